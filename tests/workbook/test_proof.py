"""An exercise is proved only by verdicts: what crashes before its check proves nothing."""

from pathlib import Path

import pytest

from tests.workbook.samples import PATH, SAMPLE, book_with
from workbook.library import load
from workbook.proof import Attempt, prove

pytestmark = pytest.mark.live


def proved(root: Path, text: str) -> dict[str, Attempt]:
    book = book_with(root, text)
    return {attempt.answer: attempt for attempt in prove(book, load(book, PATH))}


def test_starter_and_wrong_answers_fail_and_the_solution_passes(tmp_path: Path) -> None:
    attempts = proved(tmp_path, SAMPLE)

    assert {answer: attempt.passed for answer, attempt in attempts.items()} == {
        "starter": False,
        "wrong-double-1": False,
        "wrong-double-2": False,
        "solution": True,
    }
    assert [attempt.problem for attempt in attempts.values()] == ["", "", "", ""]
    assert not list((tmp_path / "build/walk").iterdir())


def test_bad_exercises_are_found_out(tmp_path: Path) -> None:
    """One run of many faults: a right wrong answer, a wrong solution, and a crash on the way to the check."""
    bad = (
        SAMPLE.replace("return 3 * number", "return 2 * number")
        .replace("    return number\n\nlab", "    return number\n\n1 / 0\nlab")
        .replace("    return 2 * number\n    # solution ends", "    return 5\n    # solution ends")
    )

    problems = {answer: attempt.problem for answer, attempt in proved(tmp_path, bad).items()}

    assert problems == {
        "starter": "",
        "wrong-double-1": "double, wrong-double-1: lab.check was never reached (ZeroDivisionError: division by zero)",
        "wrong-double-2": "double, wrong-double-2: passes, and should fail",
        "solution": "double, solution: fails, and should pass (ValueError: two doubled is four)",
    }


def test_no_attempt_lives_on_what_another_defined(tmp_path: Path) -> None:
    """The starter leaves `helper` undefined; a wrong answer that defined it must not lend it to the next."""
    shared = SAMPLE.replace(
        "def double(number):\n    return number", "helper = 1\n\ndef double(number):\n    return number"
    )
    asks = shared.replace(
        "def double(number):\n    return 3",
        "found = 'helper' in globals()\n\ndef double(number):\n    return 4 if found else 3",
    )

    assert proved(tmp_path, asks)["wrong-double-2"].passed is False


def test_only_the_needed_cells_run(tmp_path: Path) -> None:
    trap = "```{code-cell}\n:name: trap\n\n1 / 0\n```\n\nNow you."

    assert proved(tmp_path, SAMPLE.replace("Now you.", trap))["solution"].passed
