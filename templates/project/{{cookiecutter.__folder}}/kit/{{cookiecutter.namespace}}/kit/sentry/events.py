"""Which errors Sentry is told of, and how much."""

from django.core.exceptions import SuspiciousOperation
from sentry_sdk.types import Breadcrumb, BreadcrumbHint, Event, Hint

from {{ cookiecutter.namespace }}.kit import spans
from {{ cookiecutter.namespace }}.kit.middleware.request_id import current
from {{ cookiecutter.namespace }}.kit.outage import database_is_away
from {{ cookiecutter.namespace }}.kit.problems import Problem

EXPECTED = (Problem, SuspiciousOperation)  # each of them is an answer to whoever asked, and no fault of ours


def unexpected(event: Event, hint: Hint) -> Event | None:
    """A `before_send`: the event without what people have sent, and None where the error is to be expected."""
    error = hint["exc_info"][1] if "exc_info" in hint else None
    if isinstance(error, EXPECTED) or database_is_away(error):
        return None
    if error is None and "log_record" in hint:  # a line of the log, which is there to be read
        return None
    if "request" in event:  # its route is the event's `transaction`
        event["request"] = {"method": event["request"].get("method")}
    event.pop("user", None)
    event.pop("extra", None)  # what a line of the log has beside its words
    event["tags"] = {**event.get("tags", {}), "request_id": current.get(), **spans.ids()}
    return event


def in_words(breadcrumb: Breadcrumb, hint: BreadcrumbHint) -> Breadcrumb:
    """A `before_breadcrumb`: what came before the error, a line of the log or a query, by its text alone."""
    breadcrumb.pop("data", None)
    return breadcrumb
