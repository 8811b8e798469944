"""What the task runs, with pytest and the stages put out of the way."""

import sys
from pathlib import Path
from typing import Any

import pytest
from invoke import Context, Exit

from clever.acceptance import tasks
from clever.acceptance.against import Way
from clever.runner import StageError


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """What the task would run as the distributions' own tests. They fail."""
    calls: list[tuple[list[str], dict[str, str]]] = []

    def run(command: list[str], *, env: dict[str, str], check: bool) -> object:
        calls.append((command, env))
        return type("Ran", (), {"returncode": 1})

    monkeypatch.setattr(tasks.subprocess, "run", run)
    monkeypatch.setattr(tasks, "tested_apart", lambda pyproject: [])
    monkeypatch.delenv("TEST_TIER", raising=False)
    return calls


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, list[str]]]:
    """Which stage was asked for its behaviour, on which database and how. The one on PostgreSQL does not behave."""
    asked: list[tuple[str, str, list[str]]] = []

    def accept(stage: str, *, on: str, nginx: bool, arguments: list[str]) -> bool:
        asked.append((stage, on, arguments))
        return on == "SQLite"

    monkeypatch.setattr(tasks, "accept", accept)
    monkeypatch.setattr(tasks, "ways", lambda stage, full: [Way("SQLite"), Way("PostgreSQL")])
    monkeypatch.setattr(tasks, "find_root", lambda: None)
    monkeypatch.setattr(tasks, "known_stages", lambda root: ["monolith"])
    return asked


def test_what_failed_is_named_in_one_line(called: Any, asked: Any) -> None:
    with pytest.raises(Exit) as ended:
        tasks.run_tests(Context())

    assert ended.value.code == 1
    assert ended.value.message == "tests failed: the distributions' own tests, monolith on PostgreSQL"
    [(command, environment)] = called
    assert command == [sys.executable, "-m", "pytest", "-q", *tasks.SIDE_BY_SIDE, "-m", "not full"]
    assert environment.get("TEST_TIER") != "full"
    assert asked == [("monolith", "SQLite", ["-q"]), ("monolith", "PostgreSQL", ["-q"])]


def test_what_has_settings_of_its_own_is_tested_in_its_own_folder(
    asked: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pyproject = tmp_path / "pyproject.toml"
    pyproject.write_text('[tool.clever]\ntest-apart = ["services/vid", "services/coupon"]\n')
    folders: list[str | None] = []

    def run(command: list[str], *, env: dict[str, str], check: bool, cwd: str | None = None) -> object:
        folders.append(cwd)
        return type("Ran", (), {"returncode": 1 if cwd == "services/coupon" else 0})

    monkeypatch.setattr(tasks.subprocess, "run", run)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(Exit, match=r"^tests failed: services/coupon's own tests$"):
        tasks.run_tests(Context(), fast=True)

    assert folders == [None, "services/vid", "services/coupon"]


def test_a_project_without_such_folders_has_none(tmp_path: Path) -> None:
    pyproject = tmp_path / "pyproject.toml"

    assert tasks.tested_apart(pyproject) == []
    pyproject.write_text('[project]\nname = "x"\n')
    assert tasks.tested_apart(pyproject) == []


def test_fast_starts_no_processes(called: Any, asked: Any) -> None:
    with pytest.raises(Exit):
        tasks.run_tests(Context(), fast=True)

    [(command, _)] = called
    assert command[-2:] == ["-m", "not live and not full"]
    assert asked == []


def test_full_takes_its_time(called: Any, asked: Any) -> None:
    with pytest.raises(Exit):
        tasks.run_tests(Context(), full=True)

    [(_, environment)] = called
    assert environment["TEST_TIER"] == "full"
    assert [arguments for _, _, arguments in asked] == [["-q", "--full"]] * 2


def test_a_stage_that_does_not_start_is_one_line(called: Any, asked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> bool:
        raise StageError("PostgreSQL is not installed")

    monkeypatch.setattr(tasks, "accept", refuse)

    with pytest.raises(Exit, match="PostgreSQL is not installed"):
        tasks.run_tests(Context())


def test_fast_and_full_exclude_each_other(called: Any, asked: Any) -> None:
    with pytest.raises(Exit, match="exclude each other") as ended:
        tasks.run_tests(Context(), fast=True, full=True)

    assert ended.value.code == 2
    assert called == []
