"""1.6.3: a page that is remembered for a minute."""

from dataclasses import dataclass
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_1_6.saying import short


@dataclass(frozen=True)
class _Request:
    path: str
    language: str = "en"
    user: str | None = None


class _Cache:
    def __init__(self) -> None:
        self.held: dict[Any, Any] = {}
        self.timeouts: list[Any] = []

    def get(self, key: Any, default: Any = None) -> Any:
        return self.held.get(key, default)

    def set(self, key: Any, value: Any, timeout: Any = None) -> None:
        self.held[key] = value
        self.timeouts.append(timeout)


class _Cook:
    """Makes pages, and counts how many."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self, request: _Request) -> str:
        self.made += 1
        if request.path == "/empty/":
            return ""
        return f"{request.path} in {request.language} for {request.user or 'a stranger'}"


@exercise(
    "1.6.3",
    hints=(
        "What does the page depend on? On the path and the language; put both into the key.",
        "Ask for request.user before you ask the cache, in both directions: neither take a page nor put one there.",
        "`if page is None` is not the same as `if not page`.",
    ),
)
def cached_page(answer: Any) -> str:
    """a function that takes a request, a cache and render, and returns the page, text"""
    cache, cook = _Cache(), _Cook()
    asked: list[tuple[_Request, int, str]] = [
        (_Request("/menu/"), 1, "a first reader"),
        (_Request("/menu/"), 1, "a second reader of the same page"),
        (_Request("/menu/", "ko"), 2, "a Korean reader of a page that an English one has read"),
        (_Request("/menu/", "ko"), 2, "a second Korean reader"),
        (_Request("/order/"), 3, "a reader of another page"),
        (_Request("/order/", user="Bob"), 4, "Bob, logged in, after a stranger"),
        (_Request("/order/", user="Eve"), 5, "Eve, logged in, after Bob"),
        (_Request("/order/", user="Eve"), 6, "Eve once more: nothing of hers is remembered"),
        (_Request("/order/"), 6, "a stranger, after Eve"),
        (_Request("/bill/", user="Bob"), 7, "Bob, logged in, before anybody else"),
        (_Request("/bill/"), 8, "a stranger, after Bob"),
        (_Request("/empty/"), 9, "a first reader of an empty page"),
        (_Request("/empty/"), 9, "a second reader of the empty page"),
    ]
    for request, made, who in asked:
        made_before, kept_before = cook.made, len(cache.timeouts)
        got = answer(request, cache, cook)
        fresh = _Cook()(request)
        if got != fresh:
            raise Wrong(f"For {who} the page is {fresh!r}, and you returned {short(got)}.")
        if cook.made != made:
            often = "made anew" if cook.made > made else "taken from the cache"
            raise Wrong(f"For {who} the page was {often}, and it should not have been.")
        kept = len(cache.timeouts) > kept_before
        if kept and request.user is not None:
            raise Wrong(f"For {who}: something went into the cache. It is remembered for nobody, not even for them.")
        if not kept and request.user is None and made > made_before:
            raise Wrong(f"For {who}: nothing went into the cache. Other processes look there, and not into yours.")
    if any(timeout != 60 for timeout in cache.timeouts):
        raise Wrong(f"Pages are remembered for 60 seconds; your timeouts are {short(cache.timeouts)}.")
    return "Right. And nobody has ever seen somebody else's bill."
