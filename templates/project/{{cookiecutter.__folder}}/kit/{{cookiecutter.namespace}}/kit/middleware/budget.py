"""Each request has so much time, for itself and for all that it calls."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from {{ cookiecutter.namespace }}.kit.calling import budget, is_careful


class BudgetMiddleware:
    """Give a request settings.BUDGET_SECONDS. It is no alarm clock: those who wait for others look at it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_careful():
            return self.get_response(request)
        with budget(settings.BUDGET_SECONDS):
            return self.get_response(request)
