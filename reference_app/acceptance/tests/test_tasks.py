import sys

import pytest
from invoke import Context, Exit

from clever.acceptance import tasks


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """What the task runs, instead of running it. The exit status is that of tests which failed."""
    calls: list[tuple[list[str], dict[str, str]]] = []

    def run(command: list[str], *, env: dict[str, str], check: bool) -> object:
        calls.append((command, env))
        return type("Ran", (), {"returncode": 1})

    monkeypatch.setattr(tasks.subprocess, "run", run)
    monkeypatch.delenv("FULL", raising=False)
    return calls


def test_failed_tests_are_an_exit_status_and_a_line(called: list[tuple[list[str], dict[str, str]]]) -> None:
    with pytest.raises(Exit, match="tests failed") as ended:
        tasks.run_tests(Context())

    assert ended.value.code == 1
    [(command, environment)] = called
    assert command == [sys.executable, "-m", "pytest", "-q"]
    assert "FULL" not in environment


def test_fast_starts_no_processes_and_full_takes_its_time(called: list[tuple[list[str], dict[str, str]]]) -> None:
    for options in ({"fast": True}, {"full": True}):
        with pytest.raises(Exit):
            tasks.run_tests(Context(), **options)

    (fast, _), (_, full) = called
    assert fast[-2:] == ["-m", "not live"]
    assert full["FULL"] == "1"


def test_fast_and_full_exclude_each_other(called: list[tuple[list[str], dict[str, str]]]) -> None:
    with pytest.raises(Exit, match="exclude each other") as ended:
        tasks.run_tests(Context(), fast=True, full=True)

    assert ended.value.code == 2
    assert called == []
