"""4.1.1: the first items of a list that comes in pages, and no page too many."""

from collections.abc import Callable
from typing import Any

from lab.checks import Wrong, exercise

Ask = Callable[[str | None], dict[str, Any]]

CASES = [
    # items in all, items on a page, wanted, pages that are needed
    (50, 20, 10, 1),
    (50, 20, 30, 2),
    (50, 20, 20, 1),
    (40, 20, 40, 2),
    (50, 20, 100, 3),
    (7, 20, 10, 1),
    (50, 20, 0, 0),
    (0, 20, 5, 1),
]


class Pages:
    """A list in pages, which knows how many of them somebody has asked for."""

    def __init__(self, items: int, size: int) -> None:
        self.items = [f"link-{number}" for number in range(1, items + 1)]
        self.size = size
        self.asked = 0
        self._told = f"{items} items, {size} on a page, you have had all."

    def ask(self, after: str | None) -> dict[str, Any]:
        self.asked += 1
        if after is None and self.asked > 1:
            raise Wrong(f"You ask for the first page twice. After the last one, `next` was None: of {self._told}")
        begin = 0 if after is None else self.items.index(after) + 1
        shown = self.items[begin : begin + self.size]
        more = begin + self.size < len(self.items)
        return {"items": shown, "next": shown[-1] if more else None}


@exercise(
    "4.1.1",
    hints=(
        "Ask only while there are fewer items than wanted. With exactly enough, stop.",
        "Stop as well where `next` is None. A page may hold more than you still want: items[:wanted].",
    ),
)
def first(answer: Callable[[Ask, int], Any]) -> str:
    """a function that takes `ask` and a number, and returns a list of so many items, or of all there are"""
    for items, size, wanted, needed in CASES:
        pages = Pages(items, size)
        got = answer(pages.ask, wanted)
        told = f"Of {items} items, {size} on a page, {wanted} are wanted"
        if not isinstance(got, list):
            raise Wrong(f"{told}: a list is to be returned, and you returned {got!r:.60}.")
        if got != pages.items[:wanted]:
            raise Wrong(f"{told}: you return {len(got)}, {_ends(got)}. It should be {_ends(pages.items[:wanted])}.")
        if pages.asked > needed:
            enough = "1 page is" if needed == 1 else f"{needed} pages are"
            raise Wrong(f"{told}: {enough} enough for that, and you asked for {pages.asked}.")
    return "Right. Whoever has enough stops asking, and the other side never knows how much there would have been."


def _ends(items: list[Any]) -> str:
    return f"{items[0]} to {items[-1]}" if items else "none"
