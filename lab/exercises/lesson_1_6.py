"""Checks of lesson 1.6, running it."""

import importlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lab.checks import Wrong, exercise


@exercise(
    "1.6.1",
    hints=(
        "drinks.prefetch_related('order_set') fetches the orders of all drinks with one more query.",
        "Each .filter(), .order_by() or .values_list() on drink.order_set is a question of its own. Sort in Python.",
        "sorted({order.guest for order in drink.order_set.all()}) asks nothing once the orders have been fetched.",
    ),
)
def guests_by_drink(answer: Any) -> str:
    """a function that takes a queryset of drinks and returns a dictionary of lists"""
    drink, order = _model("Drink"), _model("Order")
    with _Rows(drink, order) as rows:
        for size in (1, 3, len(rows.names)):
            chosen = drink.objects.filter(name__in=rows.names[:size]).order_by("name")
            wanted = {name: rows.guests[name] for name in rows.names[:size]}
            asked, got = rows.counting(answer, chosen)
            _expect_guests(got, wanted)
            if asked > 2:
                many = "one drink" if size == 1 else f"{size} drinks"
                raise Wrong(f"For {many} you asked the database {asked} times. Two queries are enough for any number.")
    return "Right. Two queries, be it for three drinks or for three thousand."


class _Rows:
    """Drinks and orders of our own beside the reader's, taken back at the end."""

    def __init__(self, drink: Any, order: Any) -> None:
        self.guests = {
            "checked a": ["Bob", "Eve", "지훈"],
            "checked b": [],
            "checked c": ["Zoë"],
            "checked d": ["Ada", "Bob", "Carl", "Eve"],
            "checked e": ["Bob"],
        }
        self.names = list(self.guests)
        self._drink, self._order = drink, order

    def __enter__(self) -> "_Rows":
        from django.db import transaction
        from django.utils import timezone

        self._block = transaction.atomic()
        self._block.__enter__()
        try:
            for name, guests in self.guests.items():
                made = self._drink.objects.create(name=name, price=4000)
                # Backwards and twice: the order of the table is not the order of the alphabet.
                for guest in [*reversed(guests), *guests]:
                    self._order.objects.create(drink=made, guest=guest, placed=timezone.now())
        except BaseException:
            self._undo()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._undo()

    def _undo(self) -> None:
        from django.db import transaction

        transaction.set_rollback(True)
        self._block.__exit__(None, None, None)

    def counting(self, answer: Callable[[Any], Any], drinks: Any) -> tuple[int, Any]:
        """How many queries the answer made, and what it returned."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as captured:
            got = answer(drinks)
        return len(captured), got


def _expect_guests(got: Any, wanted: dict[str, list[str]]) -> None:
    if not isinstance(got, dict):
        raise Wrong(f"You returned {_short(got)}, and a dictionary is wanted: name of the drink, list of guests.")
    for name, guests in wanted.items():
        if name not in got:
            nobody = ", which nobody ordered," if not guests else ""
            raise Wrong(f"The drink {name!r}{nobody} is missing. You have: {', '.join(map(str, got)) or 'none'}.")
        if not isinstance(got[name], list) or got[name] != guests:
            raise Wrong(f"The guests of {name!r} are {guests}, sorted and each once. Yours are {_short(got[name])}.")
    if extra := [name for name in got if name not in wanted]:
        raise Wrong(f"Only the drinks of the queryset are wanted, and you also have {', '.join(map(str, extra))}.")


def _model(name: str) -> Any:
    try:
        return getattr(importlib.import_module("cafe.models"), name)
    except ImportError as error:
        raise Wrong(f"The café is not there ({error}): run the cells from the top of the lesson first.") from error


QUERY = "SELECT * FROM orders WHERE drink_id = ? AND placed >= ? ORDER BY placed DESC"


@exercise(
    "1.6.2",
    hints=(
        "What is asked for with = comes first, what is asked for with >= or < comes after it.",
        "Within one drink the index is sorted by its next column. If that is placed, nothing is left to sort.",
        "CREATE INDEX name ON orders (first, second)",
    ),
)
def fitting_index(answer: Any) -> str:
    """a text: one CREATE INDEX on the table orders"""
    if not isinstance(answer, str) or "create index" not in " ".join(answer.lower().split()):
        raise Wrong(f"A text with CREATE INDEX is wanted, and yours is {_short(answer)}.")
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, drink_id, guest, placed, paid)")
        try:
            database.execute(answer)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise Wrong(f"SQLite does not take it: {error}.") from error
        plan = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {QUERY}", (1, 0))]
        columns = [row[2] for made in _indexes(database) for row in database.execute(f"PRAGMA index_info({made})")]
    finally:
        database.close()
    _expect_plan(plan)
    if columns != ["drink_id", "placed"]:
        raise Wrong(f"It serves the query, but of {', '.join(columns)} not all are needed, and each one has its price.")
    return f"Right. SQLite says: {plan[0]}, and sorts nothing."


def _indexes(database: sqlite3.Connection) -> list[str]:
    found = database.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'orders'")
    return ["'" + name.replace("'", "''") + "'" for (name,) in found]


def _expect_plan(plan: list[str]) -> None:
    said = "; ".join(plan)
    if "SEARCH" not in said:
        raise Wrong(f"The database still reads the whole table, or sorts it all. It says: {said}.")
    if "drink_id=?" not in said:
        raise Wrong(f"It does not go straight to the drink: it reads the orders of all drinks. It says: {said}.")
    if "placed>?" not in said:
        raise Wrong(f"It goes to the drink, but reads all of that drink's orders since ever. It says: {said}.")
    if "TEMP B-TREE" in said:
        raise Wrong(f"It finds the rows, and then has to sort them. It says: {said}.")


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
            raise Wrong(f"For {who} the page is {fresh!r}, and you returned {_short(got)}.")
        if cook.made != made:
            often = "made anew" if cook.made > made else "taken from the cache"
            raise Wrong(f"For {who} the page was {often}, and it should not have been.")
        kept = len(cache.timeouts) > kept_before
        if kept and request.user is not None:
            raise Wrong(f"For {who}: something went into the cache. It is remembered for nobody, not even for them.")
        if not kept and request.user is None and made > made_before:
            raise Wrong(f"For {who}: nothing went into the cache. Other processes look there, and not into yours.")
    if any(timeout != 60 for timeout in cache.timeouts):
        raise Wrong(f"Pages are remembered for 60 seconds; your timeouts are {_short(cache.timeouts)}.")
    return "Right. And nobody has ever seen somebody else's bill."


class _Engine:
    """A database or a cache that is there or away, and counts how often it was asked."""

    def __init__(self, *, away: bool) -> None:
        self.away = away
        self.asked = 0

    def __call__(self) -> None:
        self.asked += 1
        if self.away:
            raise ConnectionRefusedError("nobody answers")


@exercise(
    "1.6.4",
    hints=(
        "Would starting this process anew bring the database back? Then do not ask for it in /healthz.",
        "try and except around each of the two by itself, so that one does not hide the other.",
        "Only the database decides about the status of /readyz: 200 or 503.",
    ),
)
def probe(answer: Any) -> str:
    """a function that takes a path and two functions, and returns a status and a dictionary"""
    for database_away in (False, True):
        for cache_away in (False, True):
            case = _case(database_away, cache_away)
            for path in ("/healthz", "/readyz"):
                database, cache = _Engine(away=database_away), _Engine(away=cache_away)
                status, said = _probed(answer, path, database, cache, case)
                if path == "/healthz":
                    _expect_alive(status, said, database.asked + cache.asked, case)
                else:
                    _expect_ready(status, said, database, cache, case)
    return "Right. A restart for what a restart cures, and patience for the rest."


def _case(database_away: bool, cache_away: bool) -> str:
    away = [name for name, is_away in (("the database", database_away), ("the cache", cache_away)) if is_away]
    return f"with {' and '.join(away)} away" if away else "with everything there"


def _probed(answer: Any, path: str, database: _Engine, cache: _Engine, case: str) -> tuple[Any, Any]:
    try:
        got = answer(path, database, cache)
    except ConnectionRefusedError as error:
        raise Wrong(f"Asked for {path} {case}, your function raised: whoever asks gets a 500, and no word.") from error
    if not isinstance(got, tuple) or len(got) != 2:
        raise Wrong(f"Asked for {path} {case}, a status and a dictionary are wanted, and you returned {_short(got)}.")
    return got


def _expect_alive(status: Any, said: Any, asked: int, case: str) -> None:
    if asked:
        raise Wrong(f"/healthz asked the database or the cache {case}. A program that waits for them looks dead.")
    if (status, said) != (200, {}):
        raise Wrong(f"/healthz is 200 and {{}} {case}: the process is alive. Yours is {status} and {_short(said)}.")


def _expect_ready(status: Any, said: Any, database: _Engine, cache: _Engine, case: str) -> None:
    found = {"database": "away" if database.away else "ok", "cache": "away" if cache.away else "ok"}
    wanted = 503 if database.away else 200
    if status != wanted:
        why = "it cannot work" if database.away else "it can work"
        raise Wrong(f"/readyz is {wanted} {case}, since {why}. Yours is {_short(status)}.")
    if said != found:
        raise Wrong(f"/readyz says {found} {case}, and yours says {_short(said)}.")
    if not (database.asked and cache.asked):
        raise Wrong(f"{case.capitalize()}, /readyz did not ask both of them: how does it know?")


def _short(value: Any) -> str:
    """A value as code, cut to what fits on a line, whatever its class makes of it."""
    try:
        text = repr(value)
    except Exception:
        return f"a {type(value).__name__}"
    return text if len(text) <= 80 else f"{text[:77]}..."
