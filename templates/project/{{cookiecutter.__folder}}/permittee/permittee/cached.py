"""Decide by what the permitter said within the last five seconds.

    age of what is known      what happens
    under 1 s                 it is used
    1 s to 5 s                it is used, and a question goes out beside it, so that no request waits
    5 s and more, or nothing  the request waits for an answer; where there is none, it is refused

So a permit that is taken away is gone within five seconds, a permitter may be away for four without anybody noticing,
and nobody gets in by keeping it away for longer.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future
from threading import BoundedSemaphore, Thread

from permittee.answers import Answer, Decision
from permittee.asking import CannotAsk, Permitter
from permittee.breaker import Breaker
from permittee.credentials import Credentials
from permittee.flights import Flights
from permittee.memory import Memory, Said

TRUSTED = 5.0  # seconds, counted from when the question was sent
REFRESHED = 1.0  # seconds after which the question is repeated
PATIENCE = 5.0  # seconds for an answer that another thread has asked for; asking gives up before that

# Questions at a time. Strangers have few places and those who were believed before have others, so that a flood of
# wrong passwords does not keep anybody else from being asked about.
STRANGERS, CALLERS, REFRESHES = 4, 16, 8


def in_a_thread(work: Callable[[], None]) -> None:
    """Do something beside the request. Started when there is work, so none is lost in a fork."""
    Thread(target=work, name="permittee", daemon=True).start()


class Cached:
    """Keeps what it was told for a while. Make it after the fork. For any number of threads."""

    def __init__(
        self,
        permitter: Permitter,
        *,
        clock: Callable[[], float] = time.monotonic,
        beside: Callable[[Callable[[], None]], None] = in_a_thread,
        patience: float = PATIENCE,
    ) -> None:
        """For tests: `clock` gives seconds and never goes back, `beside` runs a refresh, `patience` is in seconds."""
        self._permitter = permitter
        self._clock = clock
        self._beside = beside
        self._patience = patience
        self._memory = Memory()
        self._flights: Flights[Credentials, Said] = Flights()
        self._breaker = Breaker(clock)
        self._strangers = BoundedSemaphore(STRANGERS)
        self._callers = BoundedSemaphore(CALLERS)
        self._refreshes = BoundedSemaphore(REFRESHES)

    def decide(self, credentials: Credentials, operation: str, request_id: str = "") -> Decision:
        """Whether this call may be made. Raises CannotAsk."""
        answer = self.answer(credentials, request_id)
        return Decision(answer.known, answer.permits(operation))

    def answer(self, credentials: Credentials, request_id: str = "") -> Answer:
        """What is known of a caller. Raises CannotAsk where that is nothing, or too old."""
        said = self._memory.recall(credentials)
        if said is None or not self._is_fresh(said):
            said = self._wait_for(credentials, request_id, before=said)
        elif said.answer.known and self._clock() - said.tried >= REFRESHED:
            self._refresh(credentials, said)
        return said.answer

    def _is_fresh(self, said: Said) -> bool:
        return self._clock() - said.sent < TRUSTED

    def _wait_for(self, credentials: Credentials, request_id: str, *, before: Said | None) -> Said:
        flight, mine = self._flights.board(credentials)
        if mine:
            places = self._callers if before and before.answer.known else self._strangers
            if places.acquire(blocking=False):
                try:
                    self._fly(credentials, flight, request_id)
                finally:
                    places.release()
            else:
                self._flights.land(credentials, flight, CannotAsk("too many questions at once"))
        elif self._breaker.open:
            raise CannotAsk("it did not answer a moment ago")  # one finds out whether it is back; the others go on
        try:
            said = flight.result(timeout=self._patience)
        except TimeoutError:
            raise CannotAsk("its answer takes too long") from None
        if not self._is_fresh(said):
            raise CannotAsk("its answer took too long")
        return said

    def _refresh(self, credentials: Credentials, said: Said) -> None:
        if not self._refreshes.acquire(blocking=False):
            return  # the next request tries again
        flight, mine = self._flights.board(credentials)
        if not mine:
            self._refreshes.release()
            return
        said.tried = self._clock()

        def fly() -> None:
            try:
                self._fly(credentials, flight, "")
            finally:
                self._refreshes.release()

        try:
            self._beside(fly)
        except RuntimeError as error:  # no more threads on this machine
            self._refreshes.release()
            self._flights.land(credentials, flight, CannotAsk(f"no thread to ask in: {error}"))

    def _fly(self, credentials: Credentials, flight: Future[Said], request_id: str) -> None:
        """Ask, remember, and tell all who wait. That there is no answer is told to them as well, and not raised."""
        result: Said | CannotAsk = CannotAsk("asking was cut off")
        try:
            result = self._ask(credentials, request_id)
        except CannotAsk as error:
            result = error
        finally:
            self._flights.land(credentials, flight, result)

    def _ask(self, credentials: Credentials, request_id: str) -> Said:
        said = self._memory.recall(credentials)
        sent = self._clock()
        if said is not None and sent - said.sent < REFRESHED:
            return said  # somebody has asked since we looked
        with self._breaker.question():
            answer = self._permitter.permits(credentials, request_id)
        return self._memory.keep(credentials, answer, sent)
