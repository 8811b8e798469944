"""A private server as a notebook holds it: it lives on from cell to cell, and ends with the notebook at the latest."""

import atexit
import functools
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from html import escape
from typing import Any, Self

from lab.display import Shown
from lab.errors import LabError

_open: "list[Engine]" = []


class Engine(Shown):
    """A running server. All that the runner's own object offers, it offers too: `url`, `stop`, `start` and so on.

    What goes wrong is a LabError. `close()` ends the server for good; a `with` block ends what was started for it.
    """

    def __init__(self, title: str, starting: AbstractContextManager[Any]) -> None:
        self.title = title
        self.holders = 1  # how many calls were answered with it
        self._until_closed = ExitStack()
        self._server = one_line(self._until_closed.enter_context)(starting)
        self._closed = False
        _open.append(self)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(self._server, name)
        if self._closed and callable(found):
            raise LabError(f"this {self.title} was closed: start another one")
        return one_line(found) if callable(found) else found

    @property
    def running(self) -> bool:
        """Whether it serves now. It does not once it is closed, nor while it is stopped."""
        return bool(self._server.kept.running)

    def close(self) -> None:
        """End the server and forget all it holds. Safe to call twice."""
        if not self._closed:
            self._closed = True
            _open.remove(self)
            self._until_closed.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.holders -= 1
        if self.holders < 1:  # otherwise an earlier cell still holds it
            self.close()

    def html(self) -> str:
        return f'<p class="lab-note"><b>{escape(self.title)}</b> {escape(self._state())}</p>'

    def text(self) -> str:
        return f"{self.title} {self._state()}"

    def _state(self) -> str:
        if self._closed:
            return "is closed."
        state = "runs" if self.running else "is stopped"
        return f"{state}, at 127.0.0.1:{self._server.port}. It ends with this notebook."


def one_at_a_time(kind: type[Engine], title: str, start: Callable[[], Engine], *, another: bool) -> Engine:
    """The server of this kind that was started first and is still there, or a new one; `another`: a new one anyway."""
    held = next((engine for engine in _open if type(engine) is kind and engine.title == title), None)
    if held is None or another:
        return start()
    held.holders += 1
    if not held.running:
        held.start()
    return held


def one_line[**P, T](call: Callable[P, T]) -> Callable[P, T]:
    """The same call, whose StageError becomes a LabError: what the runner refuses in one line is the reader's line."""
    from clever.runner import StageError

    @functools.wraps(call)
    def calling(*arguments: P.args, **options: P.kwargs) -> T:
        try:
            return call(*arguments, **options)
        except StageError as error:
            raise LabError(str(error)) from error

    return calling


@atexit.register
def _close_all() -> None:
    for engine in reversed(_open.copy()):  # a replica before its primary
        engine.close()
