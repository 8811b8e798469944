"""When does a program that was killed do its work again?"""

import math
import threading
import time

import httpx2

from lab.display import Shown, short
from lab.errors import LabError
from lab.fault.programs import Running

LIMIT = 30.0
"""Seconds within which a killed program has to be back."""
PAUSE = 0.01  # seconds between two looks
ASK = 1.0  # seconds that one look may take


class Return(Shown):
    """A program that was killed, and its way back. `time_to_return` is in seconds; inf for one that does not return."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.time_to_return = math.inf

    def html(self) -> str:
        return f'<p class="lab-note">{self.text()}</p>'

    def text(self) -> str:
        if math.isinf(self.time_to_return):
            return f"{self.name} was killed, and has not come back."
        return f"{self.name} was killed, and was back after {short(self.time_to_return)} s."


class Watch:
    """Looks, beside whatever the lesson does, for the moment at which a killed program is back."""

    def __init__(self, program: Running, killed_at: float, found: Return) -> None:
        self._program = program
        self._killed_at = killed_at
        self._found = found
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Return once the program is back and supervisord takes it for running. Raises LabError after LIMIT."""
        self._thread.join()
        if self._over.is_set():
            return
        log = f"look at its log, logs/{self._program.name}.log in the stage's folder"
        raise LabError(f"{self._program.name} did not come back within {LIMIT:g} s of being killed: {log}")

    def stop(self) -> None:
        """Look no further."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        from clever.runner.supervisor import AWAY

        with httpx2.Client(timeout=ASK, trust_env=False) as client:
            while not self._over.is_set() and time.monotonic() < self._killed_at + LIMIT:
                try:
                    state = self._look_once(client)
                except AWAY:
                    state = ""
                if state == "RUNNING" and math.isfinite(self._found.time_to_return):
                    self._over.set()
                self._over.wait(PAUSE)

    def _look_once(self, client: httpx2.Client) -> str:
        """The state of the program; notes the time of its first answer, by a process that is not the killed one."""
        now = self._program.now()
        anew = now.pid not in (0, self._program.group)
        if anew and math.isinf(self._found.time_to_return) and self._works(client, now.state):
            self._found.time_to_return = time.monotonic() - self._killed_at
        return now.state if anew else ""

    def _works(self, client: httpx2.Client, state: str) -> bool:
        if not self._program.url:
            return state == "RUNNING"
        try:
            return client.get(self._program.url).status_code == 200
        except httpx2.TransportError:
            return False
