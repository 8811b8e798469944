"""`cruft update` brings the template's newest state into a project that people have worked on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from clever.scaffolding.growing.growing import look, take
from clever.scaffolding.growing.memory import Memory
from tests.project_template.releases import (
    CHANGED,
    COMES,
    DEPENDENCY,
    DISPUTED,
    GONE,
    IS,
    OLDER,
    SAID,
    SAYS,
    WAS,
    commit,
    git,
    make_newest,
    make_older,
)
from workbook.project_template.baking import bake
from workbook.project_template.freshness import TEMPLATE

README, CODE, OWN = "README.md", "services/orders/acme/service/orders/queries.py", "services/invoices/README.md"
ANSWERS = {"project_name": "Acme", "slug": "acme", "namespace": "acme"}
OURS = "max_line_length = 80"
MINE = "What we alone say of it.\n"

pytestmark = pytest.mark.usefixtures("nobodys_home")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template's, at its older release."""
    folder = tmp_path_factory.mktemp("repository")
    make_older(folder)
    return folder


@pytest.fixture(scope="module")
def made(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that `inv new` made of the older release, committed, and what people have done in it since."""
    project = bake(repository, tmp_path_factory.mktemp("projects"), ANSWERS)
    keep(project)
    (project / OWN).parent.mkdir()
    (project / OWN).write_text(MINE)
    for place in (README, CODE):
        with (project / place).open("a") as file:
            file.write(f"\n\n# {MINE}")
    (project / DISPUTED).write_text((project / DISPUTED).read_text().replace(WAS, OURS))
    commit(project)
    return project


@pytest.fixture(scope="module")
def said(made: Path, repository: Path) -> str:
    """What was said when the project was updated, after the template's newest release."""
    make_newest(repository)
    return update(made)


@pytest.fixture(scope="module")
def updated(made: Path, said: str) -> Path:
    """The project after that."""
    return made


def cruft(*arguments: str, inside: Path) -> str:
    """What cruft prints that succeeds."""
    done = subprocess.run([sys.executable, "-m", "cruft", *arguments], cwd=inside, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def update(project: Path) -> str:
    return cruft("update", "--skip-apply-ask", inside=project)


def keep(project: Path) -> None:
    git(project, "init", "--quiet")
    commit(project)


def commit_of(repository: Path, name: str) -> str:
    return git(repository, "rev-parse", name).strip()


def test_a_project_remembers_of_which_commit_it_was_made(made: Path, repository: Path) -> None:
    remembered = Memory.of(made)

    assert (remembered.template, remembered.directory) == (str(repository), TEMPLATE)
    assert remembered.commit == commit_of(repository, OLDER)
    assert remembered.answers == remembered.answers | ANSWERS | {"stage": "monolith", "languages": "en"}


def test_what_is_new_in_the_template_comes_and_what_has_left_it_goes(updated: Path, repository: Path) -> None:
    assert (updated / COMES).is_file()
    assert not (updated / GONE).exists()
    assert SAYS in (updated / CHANGED).read_text()
    assert DEPENDENCY in (updated / "pyproject.toml").read_text()
    assert Memory.of(updated).commit == commit_of(repository, "HEAD")


def test_what_people_have_done_stays(updated: Path) -> None:
    assert [(updated / place).read_text().endswith(MINE) for place in (README, CODE, OWN)] == [True] * 3
    changed = git(updated, "status", "--porcelain", "--untracked-files=no").split()
    assert not {README, CODE, OWN}.intersection(changed)


def test_an_updated_project_has_its_format_and_nothing_left_to_update(updated: Path) -> None:
    for check in (["check"], ["format", "--check"]):
        subprocess.run([sys.executable, "-m", "ruff", *check, "--no-cache", "--quiet"], cwd=updated, check=True)

    assert cruft("check", inside=updated).splitlines()[-1].startswith("SUCCESS")


def test_what_both_have_changed_is_told_and_both_stand_in_the_file(updated: Path, said: str) -> None:
    text = (updated / DISPUTED).read_text()

    assert f"Applied patch to '{DISPUTED}' with conflicts." in said
    assert "<<<<<<< ours" in text
    assert {WAS, OURS, IS}.intersection(text.splitlines()) == {OURS, IS}


@pytest.mark.full
@pytest.mark.usefixtures("updated")  # so that the newest release is there
def test_one_that_has_grown_stays_at_its_stage(repository: Path, tmp_path: Path) -> None:
    create = ("create", str(repository), "--directory", TEMPLATE, "--checkout", OLDER, "--no-input")
    cruft(*create, "--extra-context", json.dumps(ANSWERS), inside=tmp_path)
    project = tmp_path / "acme"
    keep(project)
    take(look(project, Memory.of(project), "split"), project, "monolith", "split")
    commit(project)
    assert SAID in (project / CHANGED).read_text()  # it has grown by the release that it was made of

    update(project)

    assert SAYS in (project / CHANGED).read_text()
    assert (project / COMES).is_file()
    assert (project / "stages/split/stage.toml").is_file()
    assert not (project / "stages/monolith").exists()
    assert Memory.of(project).stage == "split"
    assert Memory.of(project).commit == commit_of(repository, "HEAD")
