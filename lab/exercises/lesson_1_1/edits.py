"""1.1.1: how many edits a menu on every page costs."""

from typing import Any

from lab.checks import Wrong, exercise


@exercise(
    "1.1.1",
    hints=(
        "Write the bill down for small sites: one page costs 0, two pages cost 1, three pages cost 1 + 2.",
        "The page that is new needs no edit. It is the ones before it that do.",
        "0 + 1 + 2 + ... + (pages - 1) is a sum that Gauss is said to have done in his head as a boy.",
    ),
)
def total_edits(answer: Any) -> str:
    """a function that takes a number of pages and returns a number of edits"""
    for pages in (1, 2, 3, 4, 30):
        expected = sum(range(pages))
        size = "one page" if pages == 1 else f"{pages} pages"
        got = answer(pages)
        if got != expected:
            steps = " + ".join(str(step) for step in range(1, pages)) if 1 < pages < 5 else ""
            because = f" ({steps})" if steps else ""
            raise Wrong(f"For {size} the bill is {expected}{because}, and your formula says {got!r}.")
        if not isinstance(got, int):
            raise Wrong(f"For {size} you return {got!r}: nobody makes half an edit. `//` divides without a rest.")
    return "Right. It grows with the square, and nobody notices at three pages."
