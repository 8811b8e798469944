"""3.4.2: what a registry may throw away."""

from copy import deepcopy
from typing import Any

from lab.checks import Wrong, exercise

BASE, VENV, OLD, NEW, LOST = "python", "libraries", "monday's code", "tuesday's code", "half an upload"
MONDAY, TUESDAY = "sha256:monday", "sha256:tuesday"
BLOBS = {BASE, VENV, OLD, NEW, LOST}
MANIFESTS = {MONDAY: [BASE, VENV, OLD], TUESDAY: [BASE, VENV, NEW]}

type Registry = tuple[set[str], dict[str, list[str]], dict[str, str], set[str]]

CASES: list[tuple[str, Registry, set[str]]] = [
    ("both have a tag", (BLOBS, MANIFESTS, {"1": MONDAY, "2": TUESDAY}, set()), {LOST}),
    ("the tag has moved on, and nobody runs Monday's", (BLOBS, MANIFESTS, {"1": TUESDAY}, set()), {OLD, LOST}),
    ("the tag has moved on, and a machine still runs Monday's", (BLOBS, MANIFESTS, {"1": TUESDAY}, {MONDAY}), {LOST}),
    ("two tags lead to the same one", (BLOBS, MANIFESTS, {"1": TUESDAY, "latest": TUESDAY}, set()), {OLD, LOST}),
    ("nobody wants anything any more", (BLOBS, MANIFESTS, {}, set()), BLOBS),
    (
        "a machine runs an image that this registry never had",
        (BLOBS, MANIFESTS, {"1": MONDAY}, {"sha256:of another registry"}),
        {NEW, LOST},
    ),
    ("an empty registry", (set(), {}, {}, set()), set()),
]


@exercise(
    "3.4.2",
    hints=(
        "First the manifests that must stay: those that a tag leads to, and those that a machine runs.",
        "Then all blobs that any of those lists. The rest may go, whoever it belonged to.",
        "manifests.get(digest, []) is there for a digest that this registry never had, too.",
    ),
)
def garbage(answer: Any) -> str:
    """a function of blobs, manifests, tags and running, which returns a set of blobs"""
    for what, given, wanted in CASES:
        mine = deepcopy(given)
        try:
            got = set(answer(*mine))
        except Exception as error:
            raise Wrong(f"Where {what}, it raised {type(error).__name__}: {error}") from error
        if missed := sorted(got - wanted):
            raise Wrong(f"Where {what}: you would throw away {', '.join(map(str, missed))}, and it is needed.")
        if kept := sorted(wanted - got):
            raise Wrong(f"Where {what}: you keep {', '.join(kept)}, and nobody needs it.")
        if mine != given:
            raise Wrong(f"Where {what}: you changed what you were given, and it is somebody else's.")
    return "Right. What is shared stays for as long as one of its owners does, and so does what a machine runs."
