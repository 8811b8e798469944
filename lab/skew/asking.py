"""Asking both projects, over and over, while somebody works on them."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Self

import httpx2

from lab.errors import LabError
from lab.skew.asked import Answer, State

PAUSE = 0.05
"""Seconds between two questions: callers come steadily, and leave room for the work that is done meanwhile."""
ENOUGH = 3
SECONDS = 30.0

Ask = Callable[[], bool]


class Asking:
    """Asks from `with` to its end, each project in a thread of its own; the answers go to the list `answers`."""

    def __init__(
        self,
        asks: Mapping[tuple[str, str], Ask],
        state: Callable[[], State],
        complaint: Callable[[str], str],
        answers: list[Answer],
    ) -> None:
        self.answers = answers  # is added to
        self._asks = asks
        self._state = state
        self._complaint = complaint
        self._over = threading.Event()
        projects = dict.fromkeys(project for project, _ in asks)
        self._threads = [threading.Thread(target=self._ask, args=[name], daemon=True) for name in projects]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def settle(self, rounds: int = ENOUGH) -> None:
        """Wait until everything has been asked often enough in the state that holds now."""
        deadline = time.monotonic() + SECONDS
        state = self._state()
        while time.monotonic() < deadline:
            seen = Counter((answer.project, answer.what) for answer in list(self.answers) if answer.state == state)
            if all(seen[kind] >= rounds for kind in self._asks):
                return
            time.sleep(PAUSE)
        raise LabError(f"within {SECONDS:g} s not everything was asked {rounds} times: is this machine very busy?")

    def _ask(self, project: str) -> None:
        mine = [(what, ask) for (name, what), ask in self._asks.items() if name == project]
        while not self._over.is_set():
            for what, ask in mine:
                self.answers.append(self._one(project, what, ask))
                self._over.wait(PAUSE)

    def _one(self, project: str, what: str, ask: Ask) -> Answer:
        state = self._state()
        try:
            well, why = ask(), ""
        except httpx2.TransportError as error:
            well, why = False, type(error).__name__
        if not well and not why:
            why = self._complaint(project)
        return Answer(state, project, what, well, why)
