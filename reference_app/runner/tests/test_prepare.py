"""Several projects are prepared side by side, and none goes on when one has failed."""

import os
from pathlib import Path

import pytest

from clever.runner.errors import StageError
from clever.runner.places import StageFolder
from clever.runner.prepare import prepare
from clever.runner.progress import Step
from clever.runner.stagefile import StageFile

# Each command leaves a line. `wait` is there until its project is ended from outside.
MANAGE = """
import os, signal, sys

with open("done.txt", "a") as stream:
    stream.write(f"{os.environ['WHO']} {sys.argv[1]}\\n")
if sys.argv[1] == "wait":
    signal.pause()
if sys.argv[1] == "fail":
    sys.exit("no room left")
"""


def stage(folder: Path, **commands: list[str]) -> StageFile:
    """A stage whose last project opens the databases of the others."""
    (folder / "manage.py").write_text(MANAGE)
    names = list(commands)
    projects = {
        name: {
            "settings": "s",
            "wsgi": "w",
            "port": port,
            "apps": [],
            "database": name,
            "prepare": commands[name],
            "processes": {},
            "opens": names[:-1] if name == names[-1] else [],
        }
        for port, name in enumerate(names, start=1)
    }
    return StageFile.model_validate(
        {"name": folder.name, "folder": folder, "summary": "-", "projects": dict(reversed(projects.items()))}
    )


def run(made: StageFile, folder: Path) -> tuple[list[Step], list[str]]:
    """Prepare it: the steps that were told, and what was done."""
    steps: list[Step] = []
    state = StageFolder(folder / "state")
    state.make()
    environments = {name: {"PATH": os.environ["PATH"], "WHO": name} for name in made.projects}
    try:
        prepare(made, state, environments, steps.append)
    finally:
        done = (folder / "done.txt").read_text().splitlines()
    return steps, done


def test_who_opens_the_others_databases_has_its_turn_after_them(tmp_path: Path) -> None:
    made = stage(tmp_path, shop=["migrate", "fill"], bank=["migrate"], desk=["migrate"])

    steps, done = run(made, tmp_path)

    assert done[-1] == "desk migrate"
    assert sorted(done[:-1]) == ["bank migrate", "shop fill", "shop migrate"]
    assert [step.project for step in steps if step.what == "prepared"][-1] == "desk"
    assert "bank: manage.py migrate" in (tmp_path / "state/logs/prepare.log").read_text()


def test_when_one_fails_the_other_is_ended_and_the_rest_never_begins(tmp_path: Path) -> None:
    made = stage(tmp_path, shop=["wait", "fill"], bank=["migrate", "fail"], desk=["migrate"])

    with pytest.raises(StageError, match=r"^bank: `manage.py fail` failed: no room left; all it said: "):
        run(made, tmp_path)

    assert "desk migrate" not in (tmp_path / "done.txt").read_text()
    assert "shop fill" not in (tmp_path / "done.txt").read_text()
