"""Callers who call all the while, each in a thread of its own, and write down what they are answered."""

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import httpx2

from .conftest import basic

PAUSE = 0.02  # seconds between an answer and the next call
LONGEST = 30.0  # seconds that an answer may take before it is taken for none
MOST = 180.0  # seconds, after which they stop by themselves


@dataclass(frozen=True)
class Answer:
    """When a call was sent, in seconds on the monotonic clock, how long it took, and what came of it; 0 is nothing."""

    sent: float
    took: float
    status: int
    retry_after: str = ""


class Callers:
    """All of them call one address by GET, until the block ends. `answers` are by the name that each goes by here."""

    def __init__(self, url: str) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self._url = url
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []
        self._end = time.monotonic() + MOST

    def begin(self, name: str, secret: str, *, known_as: str = "") -> None:
        """Somebody more calls, with these credentials."""
        answers = self.answers.setdefault(known_as or name, [])
        thread = threading.Thread(target=self._call, args=(basic(name, secret), answers), daemon=True)
        self._threads.append(thread)
        thread.start()

    def are_let_in(self, names: Iterable[str]) -> bool:
        """Whether each of these was let in when it called last."""
        return all(self.answers[name] and self.answers[name][-1].status == 200 for name in names)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _call(self, headers: dict[str, str], answers: list[Answer]) -> None:
        with httpx2.Client(headers=headers, trust_env=False, timeout=LONGEST) as client:
            while not self._over.wait(PAUSE) and time.monotonic() < self._end:
                sent = time.monotonic()
                try:
                    answer = client.get(self._url)
                    status, retry_after = answer.status_code, answer.headers.get("Retry-After", "")
                except httpx2.HTTPError:
                    status, retry_after = 0, ""
                answers.append(Answer(sent, time.monotonic() - sent, status, retry_after))


def between(answers: Iterable[Answer], begin: float, end: float) -> list[Answer]:
    """Those whose call was sent between two moments."""
    return [answer for answer in answers if begin < answer.sent < end]
