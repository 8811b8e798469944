"""Game servers that redeem codes for their players, and do not mind who dies meanwhile."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from uuid import uuid4

import httpx2

from clever.acceptance.callers import Caller
from clever.acceptance.redeeming import redeem

PATIENT, IMPATIENT = 6, 2  # game servers
PATIENCE = 120.0  # seconds in which a redemption comes to its answer, whatever happens on the way
AGAIN = 0.2  # seconds to wait where nobody has said how long


class Wish(NamedTuple):
    """A redemption that somebody wants. However often it is asked for, the key is the same."""

    code: str
    player_id: str
    key: str


def wishes(codes: Sequence[str], players: Sequence[str], seed: int) -> list[Wish]:
    """One for each code, each for one of the players."""
    dice = random.Random(seed)
    return [Wish(code, dice.choice(players), str(uuid4())) for code in codes]


class Day:
    """What game servers do in a day: the wishes that they take up and, of these, put off; and each answer they get."""

    def __init__(self, caller: Caller, wishes: Sequence[Wish]) -> None:
        self.taken: list[Wish] = []
        self.put_off: list[Wish] = []
        self.answers: Counter[str] = Counter()  # by status, or by how the connection failed
        self._caller, self._left, self._lock = caller, list(wishes), threading.Lock()

    @property
    def troubles(self) -> int:
        """How often somebody asked in vain."""
        return self.answers.total() - self.answers["200"]

    def work(self, enough: Callable[[int], bool]) -> None:
        """Take up wishes, several at a time, until so many have been taken that it is `enough`, or none is left.

        Most game servers ask again, with the same key, until they have their answer. The impatient ones put off what
        is owed to them, or what they do not know about, and leave it at that.
        """
        with ThreadPoolExecutor(PATIENT + IMPATIENT) as pool:
            list(pool.map(self._serve, [enough] * (PATIENT + IMPATIENT), [True] * PATIENT + [False] * IMPATIENT))

    def _serve(self, enough: Callable[[int], bool], patient: bool) -> None:
        while wish := self._take(enough):
            deadline = time.monotonic() + PATIENCE
            while (outcome := self._ask(wish)) != "200":
                # Whoever could not connect has begun nothing, and has nothing to put off.
                if not patient and outcome != "ConnectError":
                    self.put_off.append(wish)
                    break
                assert time.monotonic() < deadline, f"{wish} comes to no answer: {outcome}"

    def _take(self, enough: Callable[[int], bool]) -> Wish | None:
        with self._lock:
            if not self._left or enough(len(self.taken)):
                return None
            self.taken.append(self._left.pop())
            return self.taken[-1]

    def _ask(self, wish: Wish) -> str:
        """200: the items are given. Anything else that is told may be asked again, and has been waited for."""
        outcome, pause = self._answer(wish)
        with self._lock:
            self.answers[outcome] += 1
        time.sleep(pause)
        return outcome

    def _answer(self, wish: Wish) -> tuple[str, float]:
        try:
            answer = redeem(self._caller, *wish)
        except httpx2.TransportError as error:
            return type(error).__name__, AGAIN
        if answer.status_code == 503:
            return "503", float(answer.headers["Retry-After"])
        assert answer.status_code == 200, answer.text
        assert answer.json()["state"] == "complete"
        return "200", 0.0
