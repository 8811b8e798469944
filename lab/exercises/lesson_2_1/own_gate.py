"""2.1.3: a gate, held against a shop that writes down everything that happens in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from lab.checks import Wrong, exercise

NEW, OLD = "release 2", "release 1"
REHEARSAL, GUESTS = "the rehearsal's", "the guests'"


@dataclass
class _Shop:
    """A server with guests, and what its new release is like."""

    what: str
    checks: bool = True
    starts: bool = True
    rehearses: bool = True
    lives: bool = True
    breaks_off: str = ""  # while it is asked, the new release's server of the rehearsal, or the guests'
    live: str = OLD
    met: list[str] = field(default_factory=list)  # the releases that guests got, one after the other
    running: int = 0  # servers of a rehearsal
    done: list[str] = field(default_factory=list)

    def check(self, release: str) -> bool:
        self.done.append("check")
        return self.checks if release == NEW else True

    def start(self, release: str) -> "_Server":
        self.done.append("start")
        if release == NEW and not self.starts:
            raise OSError("the release does not start")
        self.running += 1
        return _Server(self, release, REHEARSAL)

    def switch(self, release: str) -> "_Server":
        self.done.append("switch")
        self.live = release
        self.met.append(release)
        return _Server(self, release, GUESTS)

    def ask(self, server: "_Server") -> set[str]:
        self.done.append("ask")
        if not server.up:
            raise Wrong(f"{self.what}: you asked a server after you had stopped it.")
        if server.release == NEW and self.breaks_off == server.whose:
            raise OSError("the server broke off in the middle")
        well = server.release == OLD or (self.rehearses if server.whose == REHEARSAL else self.lives)
        return set() if well else {"coupon"}


@dataclass
class _Server:
    shop: _Shop
    release: str
    whose: str
    up: bool = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        if self.whose != REHEARSAL:
            raise Wrong(f"{self.shop.what}: you stopped the guests' server. Only the rehearsal's is yours to stop.")
        self.shop.running -= self.up
        self.up = False


CASES: list[Callable[[], _Shop]] = [
    lambda: _Shop("A good release"),
    lambda: _Shop("A release that does not pass its checks", checks=False, starts=False),
    lambda: _Shop("A release that does not start", starts=False),
    lambda: _Shop("A release that does badly in the rehearsal", rehearses=False, lives=False),
    lambda: _Shop("A release that does badly only once it is live", lives=False),
    lambda: _Shop("A release that breaks off in the rehearsal, while it is asked", breaks_off=REHEARSAL),
    lambda: _Shop("A release that breaks off once it is live, while it is asked", breaks_off=GUESTS),
]


@exercise(
    "2.1.3",
    hints=(
        "check, start, ask the rehearsal, stop it, switch, ask again: and a way out after each of them.",
        "The rehearsal is stopped by a with, or in a finally, so that no way out leaves it running.",
        "If ask(switch(new)) is not empty, or raises OSError, then switch(old), and return False.",
    ),
)
def own_gate(answer: Any) -> str:
    """a function deploy(new, old, check, start, ask, switch), which returns True or False"""
    for case in CASES:
        shop = case()
        _look(shop, _deploy(answer, shop))
    return "Right. Nobody met a release that was not fit, and no rehearsal goes on by itself."


def _deploy(answer: Any, shop: _Shop) -> Any:
    """What the answer returned. An OSError that it lets out says as well as False that the new one is not live."""
    try:
        return answer(NEW, OLD, shop.check, shop.start, shop.ask, shop.switch)
    except OSError:
        if shop.breaks_off:
            return False
        raise


def _look(shop: _Shop, got: Any) -> None:
    rehearsed = shop.checks and shop.starts and shop.rehearses and shop.breaks_off != REHEARSAL
    fit = rehearsed and shop.lives and not shop.breaks_off
    steps = ", ".join(shop.done) or "nothing"
    if shop.running:
        raise Wrong(f"{shop.what}: the server of its rehearsal is still running. What happened: {steps}.")
    if NEW in shop.met and not rehearsed:
        raise Wrong(f"{shop.what} was met by the guests. A rehearsal would have shown it. What happened: {steps}.")
    if shop.live != (NEW if fit else OLD):
        raise Wrong(f"{shop.what}: in the end {shop.live} is live. What happened: {steps}.")
    if fit and shop.done[:2] != ["check", "start"]:
        raise Wrong(f"{shop.what} went live without having been checked and rehearsed. What happened: {steps}.")
    if got is not fit:
        raise Wrong(f"{shop.what}: {fit} is wanted, and you returned {got!r}.")
