"""A running command, and its certain end."""

import atexit
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import IO, Any, Self, cast

import httpx2

from lab.display import Shown
from lab.errors import LabError
from lab.running.ports import is_ready

KEEPER = Path(__file__).with_name("keeper.py")
PATIENCE = 3.0
"""Seconds that a process gets to end by itself."""

_running: "set[Process]" = set()


class Process(Shown):
    """A command that runs now. Use it with `with`, or call `stop()`; at the latest it ends with the notebook."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        url: str = "",
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
        name: str = "",
    ) -> None:
        self.command = list(command)
        self.url = url.rstrip("/")
        self.name = name or Path(self.command[0]).name
        self._scratch = tempfile.TemporaryDirectory(prefix="lab-")
        self._log = Path(self._scratch.name) / "log"
        self._last_words = ""
        with self._log.open("wb") as log:
            self._keeper = subprocess.Popen(
                # Isolated (-I): what is imported depends on nothing that the command is given.
                [sys.executable, "-I", str(KEEPER), str(PATIENCE), *self.command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=folder,
                env={**os.environ, **(environment or {})},
                start_new_session=True,  # Ctrl-C is for the notebook: what ends this process is the pipe
            )
        self._hold = cast("IO[bytes]", self._keeper.stdin)
        with cast("IO[bytes]", self._keeper.stdout) as report:
            first = report.readline().strip()
        self.pid = int(first) if first else None
        _running.add(self)

    @property
    def running(self) -> bool:
        return self._keeper.poll() is None

    def log(self, lines: int = 20) -> str:
        """The last lines of what the process said."""
        if self._log.exists():
            self._last_words = self._log.read_text(encoding="utf-8", errors="replace")
        return "\n".join(self._last_words.splitlines()[-lines:])

    def get(self, path: str = "/", **options: Any) -> httpx2.Response:
        """GET a path of the running server. `options` are httpx2's: headers, params, follow_redirects."""
        return self.request("GET", path, **options)

    def request(self, method: str, path: str = "/", **options: Any) -> httpx2.Response:
        try:
            return httpx2.request(method, self.url + path, **{"timeout": 10, "trust_env": False, **options})
        except httpx2.TransportError as error:
            raise LabError(f"{self.name} at {self.url} did not answer ({error}): see its log()") from error

    def wait_ready(self, seconds: float, *, ready_url: str = "") -> Self:
        """Wait until the server answers. A process that dies or stays silent is ended, with its last words."""
        url = ready_url or self.url + "/"
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.running:
                raise self.failure(f"{self.name} ended before it answered at {url}")
            if is_ready(url):
                return self
            time.sleep(0.03)
        raise self.failure(f"{self.name} did not answer at {url} within {seconds:g} s")

    def failure(self, what: str) -> LabError:
        """Stop the process; an error that says what happened, and the process's last words."""
        tail = self.log()
        self.stop()
        return LabError(f"{what}: {'its last words follow' if tail else 'it left no word'}", detail=tail)

    def stop(self) -> None:
        """End the process and everything it started. Safe to call twice."""
        if self._hold.closed:
            return
        self._hold.close()
        self._keeper.wait()
        self.log()
        self._scratch.cleanup()
        _running.discard(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def html(self) -> str:
        address = f' at <a href="{escape(self.url)}">{escape(self.url)}</a>' if self.url and self.running else ""
        return f'<p class="lab-note"><b>{escape(self.name)}</b> {self._state()}{address}</p>'

    def text(self) -> str:
        return f"{self.name} {self._state()}" + (f" at {self.url}" if self.url and self.running else "")

    def _state(self) -> str:
        return "is running" if self.running else "has ended"


@atexit.register
def _stop_all() -> None:
    for one in list(_running):
        one.stop()
