"""A walk has stages of its own, and leaves none."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from clever import runner
from clever.runner.places import STATE
from workbook.walk.stages import stages_of_its_own


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The stages that were stopped, by state folder; in each there is a monolith, if anything is."""
    found: list[str] = []
    monkeypatch.setattr(runner, "status", lambda: {"monolith": {}} if (Path(os.environ[STATE]) / "up").exists() else {})
    monkeypatch.setattr(runner, "down", lambda name: found.append(f"{os.environ[STATE]}/{name}"))
    monkeypatch.setenv(STATE, "/a/learners/own")
    return found


def test_what_a_walk_starts_is_stopped_and_forgotten(stopped: list[str]) -> None:
    with stages_of_its_own() as folder:
        (folder / "up").touch()

    assert stopped == [f"{folder}/monolith"]
    assert not folder.exists()
    assert os.environ[STATE] == "/a/learners/own"


def test_it_is_stopped_after_ctrl_c_as_well(stopped: list[str]) -> None:
    def interrupted() -> None:
        with stages_of_its_own() as folder:
            (folder / "up").touch()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert len(stopped) == 1
    assert os.environ[STATE] == "/a/learners/own"


def test_a_walk_that_starts_nothing_stops_nothing(stopped: list[str]) -> None:
    with stages_of_its_own():
        pass

    assert stopped == []
