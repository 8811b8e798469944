"""Checks for lesson 1.2, Django, and what it gives.

Django and the reader's scratch project are imported only when a check runs: other lessons have neither.
"""

import importlib
import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

from lab.checks import Wrong, exercise


@exercise(
    "1.2.1",
    hints=(
        "`View` calls your method `get` for GET and `post` for POST, and answers 405 for those you have not written.",
        "request.POST.get('drink') is None when nothing was sent; request.POST['drink'] raises.",
        "HttpResponseRedirect('/order/') sends the browser on. Otherwise a reload would order once more.",
    ),
)
def order_page(answer: Any) -> str:
    """a class made from django.views.View, with a method for each HTTP method"""
    if not hasattr(answer, "as_view"):
        raise Wrong(f"{_named(answer)} has no as_view: begin with `class OrderPage(View):`.")
    view = answer.as_view()
    _expect_status(view, "GET", None, 200)
    for drink in ("latte", "americano", "hongcha"):
        sent_on = _expect_status(view, "POST", {"drink": drink}, 302, also=303)
        if sent_on.headers.get("Location") != "/order/":
            raise Wrong(
                f"An order of {drink} should lead to /order/, and yours leads to {sent_on.headers['Location']}."
            )
    for form in ({"drink": "petrol"}, {"drink": ""}, {}):
        refused = _expect_status(view, "POST", form, 400)
        if "drink" not in refused.content.decode(errors="replace"):
            raise Wrong(f"A POST of {form} gets a 400, but its text does not name the field `drink`.")
    for method in ("PUT", "DELETE"):
        refused = _expect_status(view, method, None, 405)
        if "POST" not in refused.headers.get("Allow", ""):
            raise Wrong(f"The 405 for {method} should say in its Allow header that POST is allowed.")
    return "Right. Whoever reloads now gets a page, and not another latte."


def _named(answer: Any) -> str:
    return f"{getattr(answer, '__name__', type(answer).__name__)!r}"


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Django's log of refused requests, which a check provokes on purpose, out of the notebook."""
    logger = logging.getLogger("django.request")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _expect_status(view: Any, method: str, form: Mapping[str, str] | None, status: int, *, also: int = 0) -> Any:
    from django.http import HttpResponseBase
    from django.test import RequestFactory

    factory = RequestFactory()
    request = factory.post("/order/", form) if form is not None else factory.generic(method, "/order/")
    what = f"{method}{f' of {form}' if form is not None else ''}"
    try:
        with _quiet():
            response = view(request)
    except Exception as error:
        raise Wrong(
            f"{what} should get a {status}. Your view raised {type(error).__name__}: a guest sees a 500."
        ) from error
    if not isinstance(response, HttpResponseBase):
        raise Wrong(f"{what} should get a response, and your view returned {response!r}.")
    if response.status_code not in (status, also):
        raise Wrong(f"{what} should get a {status}, and yours got a {response.status_code}.")
    return response


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
        raise Wrong(f"{_named(answer)} is not made from admin.ModelAdmin.")
    order = _model("Order")
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


def _model(name: str) -> Any:
    try:
        return getattr(importlib.import_module("cafe.models"), name)
    except ImportError as error:
        raise Wrong(
            f"The scratch project is not there ({error}): run the cells from the top of the lesson first."
        ) from error


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


LATTE, TEA, NOTHING = {"drink": "latte", "cups": "2"}, {"drink": "hongcha", "cups": "1"}, {"drink": "", "cups": ""}
NONSENSE = {"drink": "petrol", "cups": "0"}


@exercise(
    "1.2.3",
    hints=(
        "Remember in a set which drinks you have seen.",
        "form.cleaned_data.get('drink') is None for an empty form. A wrong one may have no cleaned_data at all.",
        "A FormSet is told what is wrong by an exception, forms.ValidationError. What clean returns is not looked at.",
    ),
)
def no_doubles(answer: Any) -> str:
    """a class made from forms.BaseFormSet, with a method clean"""
    from django.forms import BaseFormSet

    if not (isinstance(answer, type) and issubclass(answer, BaseFormSet)):
        raise Wrong(f"{_named(answer)} is not made from forms.BaseFormSet.")
    _expect_valid(answer, "latte and tea", [LATTE, TEA, NOTHING])
    _expect_valid(answer, "one latte, and two lines left empty", [LATTE, NOTHING, NOTHING])
    _expect_valid(answer, "three empty lines", [NOTHING, NOTHING, NOTHING])
    for what, lines in (
        ("latte twice", [LATTE, TEA, LATTE]),
        ("latte twice, and one line empty", [LATTE, LATTE, NOTHING]),
    ):
        said = _whole_errors(answer, what, lines)
        if not said:
            raise Wrong(f"You let {what} through.")
        if "latte" not in " ".join(said):
            raise Wrong(f"You refuse {what}, but the message does not name the drink: {said}")
    said = _whole_errors(answer, "a line of nonsense and an empty one", [LATTE, NONSENSE, NOTHING])
    if said:
        raise Wrong(f"A line of nonsense has its own errors, but no drink is there twice; you say: {said}")
    return "Right. Empty lines are no orders, nonsense is not your business here, and doubles have a name."


def _formset(answer: Any, what: str, lines: list[dict[str, str]]) -> Any:
    """The reader's FormSet, filled in and validated."""
    from django import forms

    class LineForm(forms.Form):
        drink = forms.ChoiceField(choices=[(name, name) for name in ("americano", "latte", "hongcha")])
        cups = forms.IntegerField(min_value=1, max_value=20)

    posted = {"form-TOTAL_FORMS": str(len(lines)), "form-INITIAL_FORMS": "0"}
    for number, line in enumerate(lines):
        posted |= {f"form-{number}-{name}": value for name, value in line.items()}
    filled = forms.formset_factory(LineForm, formset=answer, extra=3)(posted)
    try:
        filled.is_valid()
    except Exception as error:
        raise Wrong(f"With {what}, your clean raised {type(error).__name__}: {error}") from error
    return filled


def _expect_valid(answer: Any, what: str, lines: list[dict[str, str]]) -> None:
    filled = _formset(answer, what, lines)
    if not filled.is_valid():
        raise Wrong(f"With {what} everything is in order, and you refuse it: {list(filled.non_form_errors())}")


def _whole_errors(answer: Any, what: str, lines: list[dict[str, str]]) -> list[str]:
    return [str(each) for each in _formset(answer, what, lines).non_form_errors()]


MIDNIGHTS = (
    ("Asia/Seoul", date(2026, 12, 1), datetime(2026, 11, 30, 15, tzinfo=UTC)),
    ("America/Los_Angeles", date(2026, 1, 15), datetime(2026, 1, 15, 8, tzinfo=UTC)),
    ("America/Los_Angeles", date(2026, 7, 15), datetime(2026, 7, 15, 7, tzinfo=UTC)),
    ("Asia/Kathmandu", date(2026, 7, 15), datetime(2026, 7, 14, 18, 15, tzinfo=UTC)),
    ("UTC", date(2026, 7, 15), datetime(2026, 7, 15, tzinfo=UTC)),
)


@exercise(
    "1.2.4",
    hints=(
        "ZoneInfo(zone) knows a zone's rules for every day of the year. Give it to datetime.combine as tzinfo.",
        "An instant can be read on any clock: aware.astimezone(UTC) is the same instant, on the clock of UTC.",
    ),
)
def midnight_in(answer: Any) -> str:
    """a function that takes a zone's name and a date, and returns a datetime in UTC"""
    for zone, day, expected in MIDNIGHTS:
        got = answer(zone, day)
        if not isinstance(got, datetime):
            raise Wrong(f"For {zone} and {day} you returned {got!r}, and a datetime is wanted.")
        if got.utcoffset() is None:
            raise Wrong(f"For {zone} and {day} you returned {got}, which does not say on whose clock: it is naive.")
        if got != expected:
            off = abs(got - expected) / timedelta(hours=1)
            raise Wrong(f"{day} begins in {zone} at {expected:%Y-%m-%d %H:%M} UTC. You are {off:g} hours away: {got}.")
        if got.utcoffset():
            raise Wrong(f"For {zone} and {day} you found the right instant, but on another clock than UTC's: {got}.")
    return "Right, in summer and in winter, and in Kathmandu, where the clock is a quarter of an hour from everyone's."


@exercise(
    "1.2.5",
    hints=(
        "int() raises ValueError for everything that is no whole number. try, except.",
        "A slice with a negative end is no error in Python: ROWS[:-1] is nearly everything.",
        "JsonResponse takes status=400.",
    ),
)
def limited_drinks(answer: Any) -> str:
    """a view: a function that takes a request and returns a JsonResponse"""
    for query, wanted in (("", 20), ("?limit=1", 1), ("?limit=7", 7), ("?limit=100", 100)):
        drinks = _json_of(answer, query, 200).get("drinks")
        if not isinstance(drinks, list) or len(drinks) != wanted:
            found = f"{len(drinks)} rows" if isinstance(drinks, list) else repr(drinks)
            raise Wrong(f"/drinks{query} should have {wanted} rows in `drinks`, and yours has {found}.")
        if [row.get("id") for row in drinks] != list(range(1, wanted + 1)):
            raise Wrong(f"/drinks{query} should begin with the first of the ROWS and keep their order.")
    for limit in ("0", "-1", "101", "ten", "1.5", "", "%00", "9" * 5000, "%F0%9F%8D%B5"):
        query = f"?limit={limit}"
        if "limit" not in _json_of(answer, query, 400):
            raise Wrong(f"/drinks{_short(query)} gets a 400, but its JSON has no key `limit` to say what is wrong.")
    return "Right. Nobody can make you say 500 here, and nobody is sent all rows by a minus sign."


def _json_of(view: Any, query: str, status: int) -> dict[str, Any]:
    from django.test import RequestFactory

    where = f"/drinks{_short(query)}"
    try:
        response = view(RequestFactory().get(f"/drinks{query}"))
    except Exception as error:
        raise Wrong(
            f"{where} should get a {status}. Your view raised {type(error).__name__}: the guest sees a 500."
        ) from error
    if getattr(response, "status_code", None) != status:
        got = getattr(response, "status_code", f"no response but {response!r}")
        raise Wrong(f"{where} should get a {status}, and got {got}.")
    try:
        content = json.loads(response.content)
    except ValueError as error:
        raise Wrong(f"{where} should answer in JSON, and answered {response.content[:40]!r}.") from error
    if not isinstance(content, dict):
        raise Wrong(f"{where} should answer with an object, {{...}}, and answered {content!r}.")
    return content


def _short(query: str) -> str:
    return query if len(query) < 40 else f"{query[:20]}... ({len(query)} characters)"
