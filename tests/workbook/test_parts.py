"""Parts of a test run: so many at a time, each with an output of its own, and none left behind."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from workbook import parts
from workbook.parts import Part, run

# Each begins by saying so. What a part is told beside, such as the report's file, it finds in sys.argv.
BEGIN = """
import os, signal, sys, time
from pathlib import Path

def wait_for(name):
    deadline = time.monotonic() + 20
    while not Path(name).exists():
        assert time.monotonic() < deadline, f"{name} never came"
        time.sleep(0.01)

def note(word):
    with open("notes", "a") as notes:
        notes.write(word + "\\n")
"""

Made = Callable[..., Part]


@pytest.fixture
def part(tmp_path: Path) -> Made:
    """`part(code)`: one that runs this code."""
    return lambda code, name="some": Part(name, (sys.executable, "-c", BEGIN + code), tmp_path)


def notes(folder: Path) -> list[str]:
    return (folder / "notes").read_text().splitlines()


def test_two_at_a_time_means_that_both_run_at_once(tmp_path: Path, part: Made) -> None:
    meeting = [part(f"Path('{mine}').touch(); wait_for('{other}')") for mine, other in ("ab", "ba")]

    assert [outcome.passed for outcome in run(meeting, tmp_path, os.environ, at_once=2)] == [True, True]


def test_one_at_a_time_means_one_after_the_other_in_order(tmp_path: Path, part: Made) -> None:
    three = [part(f"note('{name} begins'); note('{name} ends')", name) for name in "abc"]

    names = [outcome.part.name for outcome in run(three, tmp_path, os.environ, at_once=1)]

    assert names == ["a", "b", "c"]
    assert notes(tmp_path) == [f"{name} {what}" for name in "abc" for what in ("begins", "ends")]


def test_one_that_must_be_alone_waits_for_the_others_and_they_for_it(tmp_path: Path, part: Made) -> None:
    beside = [part(f"note('{name} begins'); note('{name} ends')", name) for name in "ac"]
    between = replace(part("note('b begins'); note('b ends')", "b"), alone=True)

    outcomes = list(run([beside[0], between, beside[1]], tmp_path, os.environ, at_once=2))

    assert [outcome.part.name for outcome in outcomes] == ["a", "b", "c"]
    assert notes(tmp_path) == [f"{name} {what}" for name in "abc" for what in ("begins", "ends")]


def test_what_a_part_writes_is_kept_apart(tmp_path: Path, part: Made) -> None:
    two = [part(f"print('{name} says'); print('{name} warns', file=sys.stderr, flush=True)", name) for name in "ab"]

    for outcome in run(two, tmp_path / "build", os.environ, at_once=2):
        lines = outcome.output.read_text().splitlines()
        assert sorted(lines) == [f"{outcome.part.name} says", f"{outcome.part.name} warns"]


def test_a_part_is_told_where_its_report_goes_and_an_old_one_is_gone(tmp_path: Path, part: Made) -> None:
    (tmp_path / "tests-0.xml").write_text("of the last run")
    write = part("Path(sys.argv[1].removeprefix('--junitxml=')).write_text('new')")

    [written] = run([write], tmp_path, os.environ, at_once=1)
    assert written.report.read_text() == "new"
    [silent] = run([part("")], tmp_path, os.environ, at_once=1)
    assert not silent.report.exists()


@pytest.mark.parametrize(
    ("status", "may_be_empty", "passed"), [(0, False, True), (1, False, False), (5, False, False), (5, True, True)]
)
def test_a_part_without_tests_has_not_passed_unless_it_may_be_empty(
    tmp_path: Path, status: int, may_be_empty: bool, passed: bool
) -> None:
    command = (sys.executable, "-c", f"raise SystemExit({status})")

    [outcome] = run([Part("some", command, tmp_path, may_be_empty)], tmp_path, os.environ, at_once=1)

    assert outcome.passed is passed


def test_what_runs_is_told(tmp_path: Path, part: Made) -> None:
    told: list[tuple[str, ...]] = []
    tell = lambda running: told.append(tuple(name for name, _ in running))  # noqa: E731 - a parameter in one word

    list(run([part("", "a"), part("", "b")], tmp_path, os.environ, at_once=1, tell=tell))

    assert list(dict.fromkeys(told)) == [("a",), ("b",)]


def test_a_part_that_has_to_stop_ends_in_order_and_takes_its_children_along(tmp_path: Path, part: Made) -> None:
    code = """
import subprocess
child = subprocess.Popen(["sleep", "60"])
Path("child").write_text(str(child.pid))
try:
    time.sleep(60)
finally:
    note("cleaned up")
"""
    outcomes = run([part("wait_for('child')"), part(code)], tmp_path, os.environ, at_once=2)
    next(outcomes)

    outcomes.close()

    assert notes(tmp_path) == ["cleaned up"]
    assert ends(int((tmp_path / "child").read_text()))


def test_one_that_does_not_listen_is_ended_by_force(
    tmp_path: Path, part: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "CLEAN_UP_SECONDS", 0.1)
    deaf = part(
        "signal.signal(signal.SIGINT, signal.SIG_IGN); Path('pid').write_text(str(os.getpid())); time.sleep(60)"
    )
    outcomes = run([part("wait_for('pid')"), deaf], tmp_path, os.environ, at_once=2)
    next(outcomes)

    outcomes.close()

    assert not is_alive(int((tmp_path / "pid").read_text()))


def ends(pid: int) -> bool:
    """Whether a process that has got its signal is gone before long. It is no child of ours, so nobody waits for it."""
    deadline = time.monotonic() + 20
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_alive(pid)


def is_alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
