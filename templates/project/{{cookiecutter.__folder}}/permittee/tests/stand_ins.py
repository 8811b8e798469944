"""A clock that tests turn, a permitter that says what they want, and work that is done when they say so."""

from collections.abc import Callable

from permittee.answers import Answer, Decision
from permittee.asking import CannotAsk
from permittee.cached import Cached
from permittee.credentials import Credentials


class Clock:
    """Seconds, as many as a test has turned it on."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now

    def turn(self, seconds: float) -> None:
        self.now += seconds


class Permitter:
    """Believes the callers in `permits`. An answer takes `takes` seconds, and tells how things stood at its end."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.permits_of: dict[str, set[str]] = {}
        self.away = False
        self.takes = 0.0
        self.asked: list[str] = []

    def permits(self, credentials: Credentials, request_id: str = "") -> Answer:
        self.asked.append(credentials.name)
        self.clock.turn(self.takes)
        if self.away:
            raise CannotAsk("away")
        operations = self.permits_of.get(credentials.name)
        return Answer(operations is not None, frozenset(operations or ()))

    def decision(self, credentials: Credentials, operation: str, request_id: str = "") -> Decision:
        raise AssertionError("what is remembered is made of all permits, not of single decisions")


class World:
    """A service's memory, with all that is around it."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.permitter = Permitter(self.clock)
        self.waiting: list[Callable[[], None]] = []
        # Patience would be real seconds: there is but one thread here, and nobody else for it to wait for.
        self.cached = Cached(self.permitter, clock=self.clock, beside=self.waiting.append, patience=0)

    def refresh(self) -> None:
        """Do what was put beside the requests."""
        while self.waiting:
            self.waiting.pop(0)()

    def may(self, name: str = "coupon", operation: str = "GET /things") -> bool | None:
        """Whether a caller may; None where nobody can tell."""
        try:
            return self.cached.decide(Credentials(name, "its digest"), operation).permitted
        except CannotAsk:
            return None

    def is_known(self, name: str) -> bool:
        return self.cached.answer(Credentials(name, "its digest")).known
