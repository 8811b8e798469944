"""Showing source code in a lesson."""

import inspect
from collections.abc import Callable
from html import escape
from pathlib import Path
from textwrap import dedent
from typing import Any

from lab.display import Shown
from lab.errors import LabError
from lab.sources.find import find
from lab.sources.highlight import highlighted
from lab.where import relative


class Source(Shown):
    """Some lines of a file, with where they stand."""

    def __init__(self, code: str, where: str, *, filename: str, note: str = "") -> None:
        self.code = code
        self.where = where
        self.filename = filename
        self.note = note

    def text(self) -> str:
        return f"{self.where}\n\n{self.code}" + (f"\n\n{self.note}" if self.note else "")

    def html(self) -> str:
        note = f'<p class="lab-note">{escape(self.note)}</p>' if self.note else ""
        where = f'<p class="lab-note"><code>{escape(self.where)}</code></p>'
        return where + highlighted(self.code, filename=self.filename) + note


def show(target: str | Callable[..., Any], name: str | None = None) -> Source:
    """Show a function, class or file from the real sources: `lab.show("coupon", "redeem")`.

    `target` is a part of the reference app (a service, a stage, "kit", "contracts", "runner", "lab"), or one of its
    modules ("coupon.actions"); `name` is what to show of it: a function, class, `Class.method`, constant or file.
    A function or class itself is shown too. Raises NotThere, a LookupError, that names what comes near.
    """
    if not isinstance(target, str):
        return _live(target)
    found, others = find(target, name)
    where = f"{relative(found.path)}:{found.first}-{found.last}"
    place = target.split(".")[0]
    also = [f'lab.show("{place}.{_module(one.path)}", "{one.name}")' for one in others if one.path.suffix == ".py"]
    return Source(found.code, where, filename=found.path.name, note=f"Also: {', '.join(also[:3])}" if also else "")


def _module(path: Path) -> str:
    return path.stem


def _live(target: Callable[..., Any]) -> Source:
    """The source of something that a notebook holds."""
    name = getattr(target, "__name__", type(target).__name__)
    try:
        return Source(dedent(inspect.getsource(target)).rstrip(), name, filename="cell.py")
    except (OSError, TypeError) as error:
        raise LabError(f"there is no source to show for {name}: give a function or a class, or two names") from error
