"""A project remembers what it was made of, as cruft writes it, whichever way the template was named."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from cookiecutter.main import cookiecutter
from cruft import create

from tests.project_template.hook import OVERLAY
from tests.project_template.releases import commit, git
from workbook.book import REPOSITORY
from workbook.project_template.questions import with_pins

pytestmark = pytest.mark.usefixtures("nobodys_home")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """With a template in it that asks all questions and makes one file. It is in no git yet."""
    folder = tmp_path / "repository.git"
    project = folder / "in/{{cookiecutter.__folder}}"
    project.mkdir(parents=True)
    (project / "README.md").write_text("# {{ cookiecutter.project_name }}\n")
    (folder / "in/cookiecutter.json").write_bytes(with_pins((OVERLAY / "cookiecutter.json").read_bytes(), REPOSITORY))
    (folder / "in/hooks").mkdir()
    shutil.copy(OVERLAY / "hooks/post_gen_project.py", folder / "in/hooks")
    return folder


@pytest.fixture(autouse=True)
def _no_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made here needs no format."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").symlink_to(str(shutil.which("git")))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


@pytest.fixture
def head(repository: Path) -> str:
    """The repository's one commit."""
    git(repository, "init", "--quiet")
    commit(repository)
    return git(repository, "rev-parse", "HEAD").strip()


def remembered(template: str, tmp_path: Path, **given: Any) -> dict[str, Any]:
    made = cookiecutter(template, no_input=True, output_dir=str(tmp_path / "projects"), **given)
    return json.loads(Path(made, ".cruft.json").read_text(encoding="utf-8"))


def test_of_a_folder_its_repository_is_remembered_and_the_commit(repository: Path, head: str, tmp_path: Path) -> None:
    memory = remembered(f"{repository}/in", tmp_path)

    assert (memory["template"], memory["directory"], memory["commit"]) == (str(repository), "in", head)


def test_a_folder_may_be_named_from_the_one_that_somebody_is_in(
    repository: Path, head: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PWD", str(tmp_path))  # as a shell does

    memory = remembered(repository.name, tmp_path, directory="in")

    assert (memory["template"], memory["directory"], memory["commit"]) == (str(repository), "in", head)


def test_of_an_address_the_address_is_remembered(repository: Path, head: str, tmp_path: Path) -> None:
    memory = remembered(f"file://{repository}", tmp_path, directory="in")

    assert (memory["template"], memory["directory"], memory["commit"]) == (f"file://{repository}", "in", head)


@pytest.mark.usefixtures("head")
def test_of_a_template_with_changes_that_nobody_has_committed_no_commit_is(repository: Path, tmp_path: Path) -> None:
    (repository / "in/{{cookiecutter.__folder}}/README.md").write_text("# Another\n")

    memory = remembered(f"{repository}/in", tmp_path)

    assert (memory["template"], memory["commit"]) == (str(repository), None)


def test_of_a_folder_in_no_repository_the_folder_is(repository: Path, tmp_path: Path) -> None:
    memory = remembered(f"{repository}/in", tmp_path)

    assert (memory["template"], memory["directory"], memory["commit"]) == (f"{repository}/in", None, None)


@pytest.mark.usefixtures("head")
def test_it_is_what_cruft_itself_would_remember(repository: Path, tmp_path: Path) -> None:
    ours = remembered(f"{repository}/in", tmp_path)

    made = create(str(repository), output_dir=tmp_path / "by-cruft", directory="in")

    theirs = json.loads((made / ".cruft.json").read_text(encoding="utf-8"))
    context = theirs["context"]["cookiecutter"]
    private = {name for name in context if name.startswith("_")} - {"_template", "_commit"}
    assert ours == theirs | {"context": {"cookiecutter": {name: context[name] for name in context.keys() - private}}}
