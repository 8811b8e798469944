"""A repository with two releases of the template: one before some changes, which is tagged, and that of today."""

import shutil
import subprocess
from pathlib import Path

from workbook.book import REPOSITORY
from workbook.project_template.building import PROJECT
from workbook.project_template.freshness import TEMPLATE

OLDER = "v0"
# As it was once, by what is to become of it: lines that say something else, a file that goes, and one that comes.
CHANGED, SAID, SAYS = "tasks.py", "The tasks of this project", "The project's tasks"
DISPUTED, WAS, IS = ".editorconfig", "max_line_length = 100", "max_line_length = 120"
GONE, COMES = "kit/notes.txt", ".pre-commit-config.yaml"
DEPENDENCY = '  "polib",\n'  # that the older one does not have


def make_older(folder: Path) -> None:
    """The first one, in a new repository in `folder`."""
    template = folder / TEMPLATE
    shutil.copytree(REPOSITORY / TEMPLATE, template)
    git(folder, "init", "--quiet")
    project = template / PROJECT
    _replace(project / CHANGED, SAYS, SAID)
    _replace(project / DISPUTED, IS, WAS)
    _replace(project / "pyproject.toml", DEPENDENCY, "")
    (project / GONE).touch()
    (project / COMES).unlink()
    commit(folder)
    git(folder, "tag", OLDER)


def make_newest(folder: Path) -> None:
    """The one of today, in the repository of the older one."""
    shutil.rmtree(folder / TEMPLATE)
    shutil.copytree(REPOSITORY / TEMPLATE, folder / TEMPLATE)
    commit(folder)


def commit(folder: Path) -> None:
    """All that there is, as one of anybody's."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "kept")


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def _replace(file: Path, text: str, by: str) -> None:
    before = file.read_text(encoding="utf-8")
    assert text in before, file
    file.write_text(before.replace(text, by), encoding="utf-8")
