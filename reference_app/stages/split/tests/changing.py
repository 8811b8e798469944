"""Permits that change while everybody calls."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .calling import Answer, Callers
from .permitting import permits
from .running import Split

TRUSTED = 5.0  # seconds after which what is known is used no more; permittee's promise


@dataclass(frozen=True)
class Changes:
    """What callers were answered while permits changed, and when each change was made: its command had returned.

    All had been let in when it `began`; what three of them lost they had not yet got back when it had been `watched`.
    """

    answers: Mapping[str, list[Answer]]
    made: Mapping[str, float]
    began: float
    watched: float


def watch_changes(split: Split, url: str, known: Mapping[str, str], permit: Iterable[str]) -> Changes:
    """`revoked`, `disabled` and `rotated` lose what lets them in, and the first two get it back; all `known` call."""
    made: dict[str, float] = {}

    def change(what: str, *words: str) -> str:
        said = permits(split, *words)
        made[what] = time.monotonic()
        return said

    with Callers(url) as callers:
        for name, secret in known.items():
            callers.begin(name, secret)
        callers.begin("stranger", "whatever")
        split.until(lambda: callers.are_let_in(known))
        began = time.monotonic()

        change("revoked", "revoke", "revoked", *permit)
        change("disabled", "disable", "disabled")
        callers.begin("rotated", change("rotated", "rotate", "rotated"), known_as="rotated, with the new secret")
        time.sleep(TRUSTED + 1.0)  # nothing is waited for: that nobody is let in meanwhile is to be seen
        watched = time.monotonic()

        change("granted", "grant", "revoked", *permit)
        change("enabled", "enable", "disabled")
        split.until(lambda: callers.are_let_in(["revoked", "disabled"]))
        time.sleep(1.0)  # in which it is seen whether they stay in
    return Changes(callers.answers, made, began, watched)
