"""2.6.3: who falls with whom, from a table of needs."""

from collections.abc import Iterable
from typing import Any

from lab.checks import Wrong, exercise

SHOP = {"page": {"coupon"}, "coupon": {"player"}, "player": set(), "notice": set()}
CASES = [
    ("nobody needs it", SHOP, "notice", {"notice"}),
    ("somebody needs it who is needed himself", SHOP, "player", {"player", "coupon", "page"}),
    ("it needs others, which are well", SHOP, "page", {"page"}),
    ("it is in the middle of the chain", SHOP, "coupon", {"coupon", "page"}),
    ("two need it", {"a": {"c"}, "b": {"c"}, "c": set()}, "c", {"a", "b", "c"}),
    ("two need each other", {"a": {"b"}, "b": {"a"}, "c": set()}, "a", {"a", "b"}),
    ("the chain is long", {"d": {"c"}, "c": {"b"}, "b": {"a"}, "a": set()}, "a", {"a", "b", "c", "d"}),
]


@exercise(
    "2.6.3",
    hints=(
        "Begin with the one that died. Then look for everybody who needs somebody that has fallen already.",
        "Once is not enough: who falls in the second round takes others along. Go on until a round adds nobody.",
    ),
)
def falling(answer: Any) -> str:
    """a function of a dictionary of sets and a name, which returns a set of names"""
    for what, needs, dead, wanted in CASES:
        got = answer({name: set(its) for name, its in needs.items()}, dead)
        if isinstance(got, str) or not isinstance(got, Iterable):
            raise Wrong(f"A set of names is wanted. You returned {got!r:.60}.")
        if set(got) != wanted:
            raise Wrong(f"Where {what}, there fall {_said(wanted)}. You say {_said(got)}.")
    return "Right. The table says who needs whom; what you return is the blast radius."


def _said(names: Any) -> str:
    return ", ".join(sorted(map(str, names))) or "nobody"
