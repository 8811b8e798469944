"""2.1.1: which migrations are still to be run."""

from typing import Any

from lab.checks import Wrong, exercise

FIRST, SECOND, THIRD = "0001_initial", "0002_campaign_priority", "0003_campaign_colour"
COUPON = [("coupon", FIRST), ("coupon", SECOND), ("coupon", THIRD)]
NOTICE = [("notice", FIRST)]

CASES = [
    ("everything has been run", [*NOTICE, *COUPON], {*NOTICE, *COUPON}, []),
    ("nobody ran the newest", COUPON, set(COUPON[:2]), COUPON[2:]),
    ("the database is new", [*NOTICE, *COUPON], set(), [*NOTICE, *COUPON]),
    ("an app is new, and its first migration is called like another's", [*COUPON, *NOTICE], set(COUPON), NOTICE),
    ("one in the middle was left out", COUPON, {COUPON[0], COUPON[2]}, [COUPON[1]]),
    ("somebody went back to an older release", COUPON[:1], set(COUPON), []),
    (
        "the database knows an app that is gone, and lacks the newest",
        COUPON,
        {*COUPON[:2], ("pear", FIRST)},
        COUPON[2:],
    ),
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
    for what, release, applied, wanted in CASES:
        got = answer(list(release), set(applied))
        if got is None:
            raise Wrong("You returned nothing. A list is wanted, if need be an empty one.")
        if list(got) != wanted:
            raise Wrong(f"Where {what}, there is waiting: {_said(wanted)}. You say: {_said(got)}.")
    return "Right. It is what `manage.py migrate --check` asks."


def _said(migrations: Any) -> str:
    return ", ".join(".".join(map(str, one)) for one in migrations) or "nothing"
