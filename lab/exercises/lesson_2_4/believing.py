"""2.4.2: whether a secret is the right one, and how it was compared."""

import sys
from hashlib import sha256
from types import FrameType
from typing import Any

from lab.checks import Wrong, exercise

SECRETS = {"coupon": "a-long-random-secret", "player": "another-of-them", "backoffice": "비밀-and-more"}


class _Digest(str):
    """A text that notices when somebody compares it by == or !=."""

    __slots__ = ("compared",)
    compared: bool

    def __new__(cls, value: str) -> "_Digest":
        made = super().__new__(cls, value)
        made.compared = False
        return made

    def __eq__(self, other: object) -> bool:
        self.compared = True
        return str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        self.compared = True
        return str.__ne__(self, other)

    __hash__ = str.__hash__


CASES = [
    ("coupon with its secret", "coupon", SECRETS["coupon"], True),
    ("the backoffice with its secret, which is partly Korean", "backoffice", SECRETS["backoffice"], True),
    ("coupon with a wrong one", "coupon", "guessed", False),
    ("coupon with a wrong one in Korean", "coupon", "아무거나", False),
    ("coupon with player's secret", "coupon", SECRETS["player"], False),
    ("coupon with its own digest in place of the secret", "coupon", sha256(b"a-long-random-secret").hexdigest(), False),
    ("somebody unknown", "pear", "guessed", False),
    ("somebody unknown with coupon's secret", "pear", SECRETS["coupon"], False),
    ("coupon with nothing", "coupon", "", False),
]


@exercise(
    "2.4.2",
    hints=(
        "Make the digest of what was presented: sha256(secret.encode()).hexdigest(). Then compare two digests.",
        "digests.get(name, NOBODYS) is there for every name, known or not.",
        "return compare_digest(..., ...)",
    ),
)
def believed(answer: Any) -> str:
    """a function of a dictionary, a name and a secret, which returns True or False"""
    for who, name, secret, wanted in CASES:
        digests = {each: _Digest(sha256(its.encode()).hexdigest()) for each, its in SECRETS.items()}
        try:
            got, compared = _watched(answer, digests, name, secret)
        except Exception as error:
            raise Wrong(f"{who}: it raised {type(error).__name__}. {wanted} is wanted.") from error
        if got is not wanted:
            raise Wrong(f"{who}: {wanted} is wanted, and you returned {got!r:.60}.")
        if any(digest.compared for digest in digests.values()):
            raise Wrong(f"{who}: the result is right, but a digest was compared by == or !=, which tells by its time.")
        if not compared:
            raise Wrong(
                f"{who}: the result is right, and nobody called compare_digest. Whoever is answered sooner than the "
                "others learns something by it, such as that there is nobody of that name."
            )
    return "Right. It says yes or no, and its time says nothing."


def _watched(answer: Any, *arguments: Any) -> tuple[Any, int]:
    """What the answer returns, and how often it called compare_digest, from whichever library it took it."""
    compared = 0

    def watch(frame: FrameType, event: str, function: Any) -> None:
        nonlocal compared
        # hmac's, secrets' and Django's all come down to one that is written in C.
        compared += event == "c_call" and getattr(function, "__name__", "").endswith("compare_digest")

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        got = answer(*arguments)
    finally:
        sys.setprofile(before)
    return got, compared
