"""Django's own error pages are HTML. Below /api/ they are problem+json like everything else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from {{ cookiecutter.namespace }}.kit import problems
from {{ cookiecutter.namespace }}.kit.responses import problem_response


class ProblemMiddleware:
    """Turn an HTML error below /api/ into a problem of the same status.

    A body that comes in chunks is refused: Django takes a body without a length for an empty one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "Transfer-Encoding" in request.headers and request.path.startswith("/api/"):
            return problem_response(problems.LengthRequired("send the body with a Content-Length, not in chunks"))
        response = self.get_response(request)
        kind = problems.problem_of_status(response.status_code)
        if kind.status != response.status_code or not request.path.startswith("/api/"):
            return response  # no error, or one of a status that we never answer with
        if response.get("Content-Type", "").startswith(problems.MEDIA_TYPE):
            return response
        problem = problem_response(kind())
        if "Allow" in response:
            problem["Allow"] = response["Allow"]
        return problem
