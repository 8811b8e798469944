"""2.1.1: which migrations are still to be run."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from lab.checks import Wrong, exercise
from lab.exercises.shapes import in_order

Migration = tuple[str, str]

FIRST, SECOND, THIRD = "0001_initial", "0002_campaign_priority", "0003_campaign_colour"
COUPON = [("coupon", FIRST), ("coupon", SECOND), ("coupon", THIRD)]
NOTICE = [("notice", FIRST)]
# Long enough that a set does not come out in this order by luck, and not in the order of the alphabet either.
SIX = [(app, name) for app in ("vid", "player", "coupon", "notice", "link", "app") for name in (FIRST, "0002_index")]


class Case(NamedTuple):
    what: str
    release: list[Migration]
    applied: set[Migration]
    wanted: list[Migration]
    why: str


CASES = [
    Case("Everything has been run", [*NOTICE, *COUPON], {*NOTICE, *COUPON}, [], "the database has all of them"),
    Case("Nobody ran the newest", COUPON, set(COUPON[:2]), COUPON[2:], "the database has the other two"),
    Case("The database is new", [*NOTICE, *COUPON], set(), [*NOTICE, *COUPON], "it has none, and the order stays"),
    Case(
        "An app is new",
        [*COUPON, *NOTICE],
        set(COUPON),
        NOTICE,
        "coupon's 0001_initial has been run, and notice's is another one",
    ),
    Case(
        "One in the middle was left out",
        COUPON,
        {COUPON[0], COUPON[2]},
        [COUPON[1]],
        "that a later one has been run says nothing of it",
    ),
    Case(
        "Somebody went back to an older release",
        COUPON[:1],
        set(COUPON),
        [],
        "what the release does not bring, it cannot run",
    ),
    Case(
        "The database knows an app that is gone",
        COUPON,
        {*COUPON[:2], ("pear", FIRST)},
        COUPON[2:],
        "pear is no longer in the release, and coupon's newest is",
    ),
    Case("Six apps come at once", SIX, set(), SIX, "they run in the order in which the release brings them"),
]


@exercise(
    "2.1.1",
    hints=(
        "Go through the release's migrations, in their order, and ask of each whether the database has it.",
        "0001_initial is in every app, so a name alone says nothing. Compare the pairs.",
        "[migration for migration in release if ...]",
    ),
)
def waiting(answer: Any) -> str:
    """a function of a list and a set of pairs, which returns a list of pairs"""
    for case in CASES:
        got = in_order(answer(list(case.release), set(case.applied)), "pairs")
        if got != case.wanted:
            raise Wrong(
                f"{case.what}. The release brings {_said(case.release)}; the database has "
                f"{_said(sorted(case.applied))}. So {_said(case.wanted)} should be waiting: {case.why}. "
                f"You say: {_said(got)}."
            )
    return "Right. It is what `manage.py migrate --check` asks."


def _said(migrations: Iterable[Any]) -> str:
    return ", ".join(".".join(one) if _is_pair(one) else repr(one) for one in migrations) or "nothing"


def _is_pair(one: Any) -> bool:
    return isinstance(one, tuple) and len(one) == 2 and all(isinstance(part, str) for part in one)
