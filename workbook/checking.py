"""The steps of `inv check`, each a name and something to run."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clever.runner.containers.images import pins
from clever.runner.errors import StageError
from workbook import locales, machine, sync
from workbook.book import Book
from workbook.errors import BookError
from workbook.project_template import freshness


@dataclass(frozen=True)
class Step:
    """One check. `run` raises BookError with what is wrong."""

    name: str
    run: Callable[[], None]


@dataclass(frozen=True)
class Result:
    """How a step went; `problem` is empty if it went well."""

    step: Step
    seconds: float
    problem: str


def steps(book: Book) -> list[Step]:
    """Everything that can be said about the project without running it."""
    return [
        Step("ruff check", _tool(book, "ruff", "check", "--output-format=concise")),
        Step("ruff format", _tool(book, "ruff", "format", "--check")),
        Step("mypy", _mypy(book)),
        Step("imports", _tool(book, "lint-imports", "--no-cache")),
        Step("contracts", _tool(book, "inv", "contracts")),
        Step("notebooks", lambda: sync.check(book)),
        Step("translations", lambda: locales.check(book.root)),
        Step("templates", lambda: freshness.check(book.root)),
        Step("images' pins", lambda: _pins(book)),
        Step("no machine's paths", lambda: machine.check(book.root)),
    ]


def run(steps: list[Step]) -> Iterator[Result]:
    """Run every step, whatever came of the ones before."""
    for step in steps:
        began = time.monotonic()
        try:
            step.run()
            problem = ""
        except BookError as error:
            problem = str(error)
        yield Result(step, time.monotonic() - began, problem)


def _pins(book: Book) -> None:
    try:
        pins.check(book.root, book.root / "reference_app/stages/containers")
    except StageError as error:
        raise BookError(str(error)) from error


def _mypy(book: Book) -> Callable[[], None]:
    # Its Django plugin loads the settings, which start in no empty environment; the tests' plugin makes one.
    code = "import clever.kit.testing.plugin; from mypy.__main__ import console_entry; console_entry()"
    return _tool(book, "python", "-c", code)


def _tool(book: Book, *command: str) -> Callable[[], None]:
    def run_it() -> None:
        beside_python = str(Path(sys.executable).parent / command[0])
        ran = subprocess.run([beside_python, *command[1:]], cwd=book.root, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise BookError((ran.stdout + ran.stderr).strip() or f"{command[0]}: exit status {ran.returncode}")

    return run_it
