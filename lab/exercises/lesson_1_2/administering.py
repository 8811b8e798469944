"""1.2.2: an admin for orders."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.cafe import model
from lab.exercises.lesson_1_2.naming import named


@exercise(
    "1.2.2",
    hints=(
        "A tuple with one element needs its comma: ('placed',). Without it you have brackets around a text.",
        "A drink is a row of its own, so one cannot search in it, only in one of its fields: drink__name.",
        "list_select_related = ('drink',) fetches the drinks in the same query as the orders.",
    ),
)
def order_admin(answer: Any) -> str:
    """a class made from admin.ModelAdmin"""
    from django.contrib.admin import AdminSite, ModelAdmin
    from django.test import RequestFactory

    if not (isinstance(answer, type) and issubclass(answer, ModelAdmin)):
        raise Wrong(f"{named(answer)} is not made from admin.ModelAdmin.")
    order = model("Order")
    made = answer(order, AdminSite())
    for problem in made.check():
        raise Wrong(f"Django's own check says: {problem.msg} ({problem.id})")
    for option, wanted in (("list_display", ("drink", "guest", "placed")), ("list_filter", ("placed",))):
        missing = [name for name in wanted if name not in getattr(made, option)]
        if missing:
            are = "is" if len(missing) == 1 else "are"
            raise Wrong(f"{option} is {getattr(made, option)!r}: {', '.join(missing)} {are} missing.")
    _expect_search(made, order, RequestFactory().get("/admin/cafe/order/"))
    if made.list_select_related is not True and "drink" not in (made.list_select_related or ()):
        raise Wrong(f"list_select_related is {made.list_select_related!r}: 100 orders would ask for a drink 100 times.")
    return "Right. That was the 2%, and it took four lines."


def _expect_search(made: Any, order: Any, request: Any) -> None:
    from django.core.exceptions import FieldError

    if not made.search_fields:
        raise Wrong("search_fields is empty, so the list has no search box.")
    try:
        found, _ = made.get_search_results(request, order.objects.all(), "latte")
        asked = str(found.query)
    except FieldError as error:
        raise Wrong(f"search_fields is {made.search_fields!r}. A search for 'latte' fails: {error}") from error
    for column, words in (('"cafe_drink"."name" LIKE', "the name of the drink"), ('"guest" LIKE', "the guest")):
        if column not in asked:
            raise Wrong(f"search_fields is {made.search_fields!r}: a search for 'latte' does not look at {words}.")
