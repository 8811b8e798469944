"""Addresses below /api/ that lead nowhere, for projects in which permittee looks at credentials."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from clever.kit.problems import NotFound
from clever.kit.responses import problem_response


@csrf_exempt
def nothing_here(request: HttpRequest, rest: str) -> HttpResponse:
    """404, as it would be without this view.

    It is a view because permittee looks at credentials where a view is about to begin: false ones are refused here too,
    as CallerMiddleware does everywhere. So the answer to them says nothing of which addresses there are.
    """
    return problem_response(NotFound())


urlpatterns = [path("api/<path:rest>", nothing_here)]  # included after the API itself
