"""2.1.2: which features were hurt."""

from collections.abc import Set
from typing import Any

from lab.checks import Wrong, exercise

CASES: list[tuple[str, list[tuple[str, int | str]], set[str]]] = [
    ("nothing went wrong", [("coupon", 200), ("notice", 200), ("link", 302)], set()),
    ("one feature said 500", [("coupon", 500), ("notice", 200), ("coupon", 500)], {"coupon"}),
    ("somebody mistyped a code, and somebody a password", [("coupon", 404), ("vid", 401), ("coupon", 422)], set()),
    ("nobody answered at all", [("coupon", "ConnectionRefusedError"), ("link", "timeout")], {"coupon", "link"}),
    ("the proxy found nobody", [("player", 502), ("vid", 503), ("link", 504)], {"player", "vid", "link"}),
    ("the disk was full", [("vid", 507), ("link", 302)], {"vid"}),
    ("a feature was away for a moment", [("link", 200), ("link", 503), ("link", 200)], {"link"}),
    ("everything came together", [("app", 201), ("vid", 404), ("app", "RemoteDisconnected"), ("app", 200)], {"app"}),
]


@exercise(
    "2.1.2",
    hints=(
        "4xx: the one who asked made a mistake. 5xx: we did. No number: nobody of us was there.",
        "One failed request is enough, however many good ones came before or after it.",
        "A set comprehension: {feature for feature, status in answers if ...}, with isinstance(status, int) in it.",
    ),
)
def blast_radius(answer: Any) -> str:
    """a function of a list of pairs, which returns a set of features"""
    for what, answers, wanted in CASES:
        got = answer(list(answers))
        if not isinstance(got, Set):
            raise Wrong(f"A set of features is wanted, and you returned {type(got).__name__}: {got!r:.60}")
        if got != wanted:
            met = ", ".join(f"{feature} {status}" for feature, status in answers)
            raise Wrong(f"Where {what} ({met}), {_said(wanted)} hurt. You say: {_said(got)}.")
    return "Right. A guest who mistypes is no outage, and a guest whom nobody answers is one."


def _said(features: Any) -> str:
    names = sorted(map(str, features))
    return f"{', '.join(names) or 'nobody'} {'were' if len(names) > 1 else 'was'}"
