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
        self._next: str | None = None

    def ask(self, after: str | None) -> dict[str, Any]:
        """The page after an item, or the first one. Raises Wrong for one that nobody needs or that there is not."""
        self.asked += 1
        if after is None and self.asked > 1:
            raise Wrong(self._once_more())
        if after is not None and after not in self.items:
            raise Wrong(
                f"You call ask({after!r:.60}), and there is no such page. The first one comes for ask(None), each "
                "further one for the `next` of the page before it."
            )
        begin = 0 if after is None else self.items.index(after) + 1
        shown = self.items[begin : begin + self.size]
        self._next = shown[-1] if begin + self.size < len(self.items) else None
        return {"items": shown, "next": self._next}

    def _once_more(self) -> str:
        """Why the first page should not have been asked for again."""
        if self._next is None:
            told = f"of {len(self.items)} items, {self.size} on a page, you have had all"
            return f"You go on after the last page. Its `next` was None, so {told}: stop there."
        return (
            f"You ask for the first page again. The page that you have has {self._next!r} as its `next`: "
            f"ask({self._next!r}) brings the one after it."
        )


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
