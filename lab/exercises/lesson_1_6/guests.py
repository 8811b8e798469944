"""1.6.1: the guests of each drink, in two queries."""

from collections.abc import Callable
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.cafe import model
from lab.exercises.lesson_1_6.saying import short


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
    drink, order = model("Drink"), model("Order")
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
        raise Wrong(f"You returned {short(got)}, and a dictionary is wanted: name of the drink, list of guests.")
    for name, guests in wanted.items():
        if name not in got:
            nobody = ", which nobody ordered," if not guests else ""
            raise Wrong(f"The drink {name!r}{nobody} is missing. You have: {', '.join(map(str, got)) or 'none'}.")
        if not isinstance(got[name], list) or got[name] != guests:
            raise Wrong(f"The guests of {name!r} are {guests}, sorted and each once. Yours are {short(got[name])}.")
    if extra := [name for name in got if name not in wanted]:
        raise Wrong(f"Only the drinks of the queryset are wanted, and you also have {', '.join(map(str, extra))}.")
