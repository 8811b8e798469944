"""3.3.4: an example that names what the compose file reads, neither less nor more."""

from collections.abc import Callable
from typing import Any

from lab.checks import Wrong, exercise

CASES: list[tuple[str, str, str, set[str], set[str]]] = [
    ("the two agree", "image: ${IMAGE}", "IMAGE=kiosk:1", set(), set()),
    ("a default stands behind the name", "image: ${IMAGE:-kiosk:1}", "# IMAGE=kiosk:1", set(), set()),
    ("a complaint stands behind it", "file: ${SECRETS:?where}", "", {"SECRETS"}, set()),
    ("the example is a line behind", "a: ${TOWN}\nb: ${SEATS:-12}", "TOWN=Seoul", {"SEATS"}, set()),
    ("nobody reads one any more", "a: ${TOWN}", "TOWN=Seoul\n#SEATS=12", set(), {"SEATS"}),
    ("there are two in a line", 'ports: ["${HOST:-localhost}:${PORT}"]', "HOST=a\nPORT=1", set(), set()),
    ("a plain $ is written", "command: echo $${HOME} ${TOWN}", "TOWN=Seoul", set(), set()),
    ("a comment only speaks of one", "a: ${TOWN}", "# Set TOWN, or SEATS=12, as you like.\nTOWN=Seoul", set(), set()),
    ("one has a digit", "a: ${REDIS_2_URL}", "REDIS_2_URL=x", set(), set()),
    ("both are empty", "", "", set(), set()),
]


@exercise(
    "3.3.4",
    hints=(
        r"re.findall(r'\$\{([A-Z_0-9]+)', compose) finds the names, whatever stands behind them.",
        r"(?<!\$) before the pattern: no $ comes before.",
        r"With re.MULTILINE, ^ is the beginning of each line. (?:# ?)? is: perhaps a # and perhaps a space.",
    ),
)
def drift(answer: Callable[[str, str], Any]) -> str:
    """a function of two texts, which returns two sets: what is missing, and what is stale"""
    for what, compose, example, missing, stale in CASES:
        try:
            got = tuple(map(set, answer(compose, example)))
        except Exception as error:
            raise Wrong(f"Where {what}, you raised {type(error).__name__}: {error}") from error
        if got != (missing, stale):
            raise Wrong(
                f"Where {what} (compose {compose!r}, example {example!r}) it should return "
                f"{_names(missing)} missing and {_names(stale)} stale. You return {got!r:.80}."
            )
    return "Right. Our own test does the same, and has had its day more than once."


def _names(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "none"
