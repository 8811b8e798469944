"""A command in the window of a terminal, which can be closed while the command runs."""

import os
import shlex
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from lab.display import Shown
from lab.errors import LabError
from lab.running.commands import process
from lab.running.processes import Process

WINDOW = Path(__file__).with_name("terminal_window.py")
PAUSE = 0.02


class Terminal(Shown):
    """A window, and a command in it. At the latest, both end with the notebook."""

    def __init__(self, command: Sequence[str], window: Process) -> None:
        self.command = list(command)
        self.url = window.url
        self._window = window

    @property
    def running(self) -> bool:
        """Whether the command runs, be the window open or closed."""
        return self._window.running

    def close_window(self, *, seconds: float = 5) -> bool:
        """Close the window. Returns whether the command survived it, for `seconds` at least.

        Raises LabError when the command had ended before.
        """
        if not self.running or self._window.pid is None:
            raise LabError(f"{self.command[0]} has ended already: there is no window to close")
        os.kill(self._window.pid, signal.SIGUSR1)
        deadline = time.monotonic() + seconds
        while self.running and time.monotonic() < deadline:
            time.sleep(PAUSE)
        return self.running

    def log(self, lines: int = 20) -> str:
        """The last lines that were to be read in the window."""
        return self._window.log(lines)

    def stop(self) -> None:
        """End the command, and the window. Safe to call twice."""
        self._window.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def text(self) -> str:
        return f"{Path(self.command[0]).name} {'runs in' if self.running else 'has ended in'} a terminal"

    def html(self) -> str:
        return f'<p class="lab-note">{self.text()}</p>'


def terminal(command: Sequence[str] | str, *, ready_url: str = "", folder: Path | str | None = None) -> Terminal:
    """Run a command in a terminal of its own: `with lab.terminal("python -m http.server 8001", ...) as window:`

    With `ready_url`, waits until that address answers. `python` means the notebook's own.
    Raises LabError when the command dies or does not answer in time.
    """
    words = shlex.split(command) if isinstance(command, str) else list(command)
    words = [sys.executable if word in {"python", "python3"} else word for word in words]
    window = process([sys.executable, "-I", str(WINDOW), *words], ready_url=ready_url, folder=folder)
    return Terminal(words, window)
