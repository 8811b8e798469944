"""1.2.1: a page that takes an order."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_1_2.naming import named


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
        raise Wrong(f"{named(answer)} has no as_view: begin with `class OrderPage(View):`.")
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
