"""What a person sees while parts of a test run go on: which ones, and how far each is."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from workbook.parts import Tell

PERCENT = re.compile(r"\[ *(\d+%)\]")
LAST = 4_096  # bytes: more than a line of dots


@contextmanager
def shown(console: Console) -> Iterator[Tell]:
    """A line that changes as they go on; a log gets a line whenever other parts run."""
    before: list[str] = []

    with console.status("") as status:

        def tell(running: list[tuple[str, Path]]) -> None:
            names = [name for name, _ in running]
            if console.is_terminal:
                status.update(", ".join(f"{name} {reached(output)}".strip() for name, output in running))
            elif names and names != before:
                console.print(f"running: {', '.join(names)}", markup=False)
            before[:] = names

        yield tell


def reached(output: Path) -> str:
    """How far pytest says that it is, such as `37%`; empty where it has not said it yet."""
    with output.open("rb") as stream:
        stream.seek(max(output.stat().st_size - LAST, 0))
        found = PERCENT.findall(stream.read().decode("utf-8", errors="replace"))
    return found[-1] if found else ""
