"""Whoever decides for a service: by asking each time, or by what it remembers (see `cached`)."""

import time
from collections.abc import Callable
from typing import Protocol

from permittee.answers import Answer, Decision
from permittee.asking import Permitter
from permittee.breaker import Breaker
from permittee.credentials import Credentials


class Deciding(Protocol):
    """Both methods raise CannotAsk where nothing is known that may be trusted: the caller stays outside."""

    def decide(self, credentials: Credentials, operation: str, request_id: str = "") -> Decision:
        """Whether this call may be made."""
        ...

    def answer(self, credentials: Credentials, request_id: str = "") -> Answer:
        """All that is known of a caller."""
        ...


class AskEachTime:
    """One question a request and no memory. What is revoked is revoked at once, and what is away is away."""

    def __init__(self, permitter: Permitter, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._permitter = permitter
        self._breaker = Breaker(clock)

    def decide(self, credentials: Credentials, operation: str, request_id: str = "") -> Decision:
        with self._breaker.question():
            return self._permitter.decision(credentials, operation, request_id)

    def answer(self, credentials: Credentials, request_id: str = "") -> Answer:
        with self._breaker.question():
            return self._permitter.permits(credentials, request_id)
