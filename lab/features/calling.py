"""Calling the roll: every feature has guests of its own, who ask again and again, and each answer is kept."""

import threading
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lab.errors import LabError
from lab.fault.answers import Answer
from lab.fault.asking import ask
from lab.features.questions import QUESTIONS
from lab.features.result import RollCall
from lab.measure.targets import refuse_other_machines
from lab.running.processes import Process
from lab.running.stages import Stage

PACE = 0.1  # seconds from one question of a guest to the next: what is measured is who answers, not how fast
LONGEST = 120.0  # seconds

type Target = Stage | Process | str


def roll_call(
    target: Target,
    *,
    caller: tuple[str, str] | None = None,
    elsewhere: Mapping[str, Target] | None = None,
    during: Callable[[], Any] | None = None,
    rounds: int = 3,
    guests: int = 1,
    timeout: float = 15,
) -> RollCall:
    """Ask each of the six features `rounds` times at least, all of them at once, and say which of them answer.

    `lab.roll_call(monolith)`, or `lab.roll_call(server, caller=shop.caller, during=lambda: shop.reload(server))`

    `during` is called once asking has begun, and asking goes on until it is over. Each feature has so many `guests`.
    Services know the `caller` by name and secret; a stage's own is the game server. A feature named in `elsewhere` is
    asked there. Nobody has to be there: who does not answer at all has failed, and so has what is 400 or above.
    Raises LabError for another machine's address, and when `during` takes longer than 120 s.
    """
    if not 0 < rounds <= 1_000 or not 0 < guests <= 8 or not 0 < timeout <= 30:
        raise LabError("a roll call has 1 to 1,000 rounds, 1 to 8 guests a feature, and waits at most 30 s")
    headers = _headers(caller or (target.game_server if isinstance(target, Stage) else None))
    places = {feature: (elsewhere or {}).get(feature, target) for feature in QUESTIONS}
    urls = {feature: _address(place, QUESTIONS[feature]) for feature, place in places.items()}
    for url in urls.values():
        refuse_other_machines(url)
    calling = _Calling(urls, headers, rounds, timeout)
    threads = [threading.Thread(target=calling.guest, args=[one], daemon=True) for one in urls for _ in range(guests)]
    for thread in threads:
        thread.start()
    try:
        if during is not None:
            during()
        calling.hurry.set()
        for thread in threads:
            thread.join()
    finally:
        calling.hurry.set()
        calling.over.set()
    if time.monotonic() > calling.begun + LONGEST:
        raise LabError(f"the roll call was ended after {LONGEST:g} s: what happens meanwhile has to be shorter")
    return RollCall(target if isinstance(target, str) else target.name, calling.answers)


@dataclass
class _Calling:
    """What all guests share."""

    urls: Mapping[str, str]
    headers: Mapping[str, str]
    rounds: int
    timeout: float
    begun: float = field(default_factory=time.monotonic)
    hurry: threading.Event = field(default_factory=threading.Event)  # what happens is over: only the number counts now
    over: threading.Event = field(default_factory=threading.Event)
    answers: dict[str, list[Answer]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.answers = {feature: [] for feature in self.urls}

    def guest(self, feature: str) -> None:
        asked = 0
        while not self.over.is_set() and time.monotonic() < self.begun + LONGEST:
            if self.hurry.is_set() and asked >= self.rounds:
                return
            sent = time.monotonic()
            took, status = ask(self.urls[feature], timeout=self.timeout, headers=self.headers)
            self.answers[feature].append(Answer(sent - self.begun, took, status))
            asked += 1
            self.over.wait(max(0.0, PACE - took))


def _headers(caller: tuple[str, str] | None) -> dict[str, str]:
    if caller is None:
        return {}
    return {"Authorization": "Basic " + b64encode(":".join(caller).encode()).decode()}


def _address(target: Target, path: str) -> str:
    if isinstance(target, Stage):
        return target.address(path)
    return (target if isinstance(target, str) else target.url).rstrip("/") + path
