"""Which database a transaction is opened on."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from lab.checks import Wrong, exercise


class _Full(Exception):
    """The disk is full, right here."""


class _Stage:
    """An arrangement: its databases, and where coupons are read and written. Rows are written as Django writes them."""

    def __init__(self, aliases: list[str], *, read: str, write: str, full: bool) -> None:
        self.aliases = aliases
        self.full = full
        self.kept: list[str] = []  # what was written, in the database of coupons
        self.open: dict[str, list[str]] = {}  # what is undone if the transaction on an alias fails
        self.router = SimpleNamespace(db_for_read=lambda model, **_: read, db_for_write=lambda model, **_: write)
        self.home = write
        self.code = SimpleNamespace(
            __name__="Code", _meta=SimpleNamespace(app_label="coupon"), give_back=lambda campaign: self._write("codes")
        )
        self.redemption = SimpleNamespace(
            __name__="Redemption", _meta=self.code._meta, refuse=lambda campaign: self._write("redemptions")
        )

    @contextmanager
    def atomic(self, using: str | None = None, savepoint: bool = True, durable: bool = False) -> Iterator[None]:
        """django.db.transaction.atomic, as far as it goes here."""
        alias = using or "default"
        if alias not in self.aliases:
            raise Wrong(
                f"In one of the stages there is no database {alias!r} ({', '.join(self.aliases)}): Django would say "
                "ConnectionDoesNotExist. The router knows where it is in this stage; ask that one."
            )
        before, self.open[alias] = self.open.get(alias), list(self.kept)
        try:
            yield
        except BaseException:
            if alias == self.home:
                self.kept = self.open[alias]
            raise
        finally:
            if before is None:
                del self.open[alias]
            else:
                self.open[alias] = before

    def _write(self, what: str) -> None:
        if self.full and self.kept:
            raise _Full("the disk is full")
        self.kept.append(what)


def _monolith(full: bool) -> _Stage:
    return _Stage(["default"], read="default", write="default", full=full)


def _backoffice(full: bool) -> _Stage:
    there = ["default", "clever.service.player", "clever.service.coupon"]
    return _Stage(there, read="clever.service.coupon", write="clever.service.coupon", full=full)


def _with_a_replica(full: bool) -> _Stage:
    there = ["default", "clever.service.coupon", "replica"]
    return _Stage(there, read="replica", write="clever.service.coupon", full=full)


STAGES = {
    "in the monolith": _monolith,
    "in the backoffice": _backoffice,
    "in a backoffice that reads from a replica": _with_a_replica,
}


@exercise(
    "2.3.3",
    hints=(
        "atomic() without an argument opens the database 'default'. Is that where codes are?",
        "It is the same action in every stage, so do not name a database. router.db_for_write(Code) names it for you.",
        "with atomic(using=router.db_for_write(Code)): and both lines inside.",
    ),
)
def opening(answer: Any) -> str:
    """a function that takes a campaign, Code, Redemption, atomic and router, and does both writes or neither"""
    for where, arranged in STAGES.items():
        good = arranged(full=False)
        answer("Winter", good.code, good.redemption, good.atomic, good.router)
        if sorted(good.kept) != ["codes", "redemptions"]:
            raise Wrong(f"All went well {where}, and this was written: {good.kept or 'nothing'}. Both are wanted.")
        bad = arranged(full=True)
        try:
            answer("Winter", bad.code, bad.redemption, bad.atomic, bad.router)
        except _Full:
            pass
        else:
            raise Wrong("The disk was full, and you said nothing. Let the error out.")
        if bad.kept:
            raise Wrong(
                f"The disk was full {where} at the second write, and the first one stayed: {', '.join(bad.kept)}. "
                f"No transaction was open on {bad.home!r}, where these rows are written, around both of them."
            )
    return "Right, in three arrangements, and the action knows none of them."
