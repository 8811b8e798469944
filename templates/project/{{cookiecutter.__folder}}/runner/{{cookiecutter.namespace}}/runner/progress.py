"""What a start is busy with, told to whoever wants to show it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

COUNT = re.compile(r"^(?P<what>.+) (?P<done>\d+)/(?P<total>\d+)$")  # fill: players 2000/10000


@dataclass(frozen=True)
class Step:
    """A step, and how far it is where that is known. `project` is empty for what concerns the whole stage."""

    what: str
    project: str = ""
    done: int | None = None
    total: int | None = None


Progress = Callable[[Step], None]


def silent(step: Step) -> None:
    """Tell nobody."""


def step_from(line: str, project: str) -> Step | None:
    """The step that a command reports as `<what> <done>/<total>`, None for any other line."""
    found = COUNT.match(line.strip())
    return Step(found["what"], project, int(found["done"]), int(found["total"])) if found else None
