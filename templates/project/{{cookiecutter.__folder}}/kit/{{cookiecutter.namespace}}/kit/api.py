"""One NinjaAPI a project, in which every error is answered as problem+json."""

import json
import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser
from ninja.renderers import BaseRenderer
from pydantic_core import to_json

from {{ cookiecutter.namespace }}.kit import problems
from {{ cookiecutter.namespace }}.kit.callers import Kind
from {{ cookiecutter.namespace }}.kit.openapi import DescribedAPI
from {{ cookiecutter.namespace }}.kit.outage import RETRY_AFTER, database_is_away
from {{ cookiecutter.namespace }}.kit.responses import problem_response

log = logging.getLogger(__name__)


class StrictParser(Parser):
    """Reads a JSON body, or says why it cannot."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            return json.loads(request.body, parse_constant=_refuse)
        except (ValueError, RecursionError) as error:  # not JSON, not UTF-8, or nested without end
            raise problems.BadRequest(f"the body is not JSON: {error}"[:300]) from error


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


class Renderer(BaseRenderer):
    """Writes JSON with pydantic. Ninja's own cuts times to milliseconds: not what was stored."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return to_json(data)


def make_api(*, title: str, description: str = "") -> NinjaAPI:
    """An API that mounts services' routers, documents itself at `/docs`, and answers every error as problem+json."""
    api = DescribedAPI(
        title=title,
        description=description,
        version="1",
        parser=StrictParser(),
        renderer=Renderer(),
        urls_namespace="api",
    )
    api.exception_handler(problems.Problem)(lambda request, problem: problem_response(problem))
    api.exception_handler(ValidationError)(_invalid)
    api.exception_handler(RequestDataTooBig)(_too_large)
    api.exception_handler(Http404)(lambda request, error: problem_response(problems.NotFound(str(error))))
    api.exception_handler(HttpError)(_http_error)
    api.exception_handler(OperationalError)(_database_error)
    api.exception_handler(InterfaceError)(_database_error)
    api.exception_handler(Exception)(_unexpected)
    return api


def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [{"field": _field(item["loc"]), "message": item["msg"]} for item in error.errors]
    first = errors[0]
    return problem_response(problems.Invalid(f"{first['field']}: {first['message']}", errors=errors))


def _field(loc: tuple[Any, ...]) -> str:
    """`("body", "grant", "items", 0, "count")` as `items.0.count`: where a caller would look for it."""
    if loc and loc[0] == "body":
        return ".".join(map(str, loc[2:])) or "body"
    return ".".join(map(str, loc[1:])) or str(loc[0])


def _too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return problem_response(problems.TooLarge("the body is larger than this service takes"))


def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 401:
        return problem_response(_who(request))
    if isinstance(error.__cause__, problems.Problem):  # our parser's own words, which Ninja wraps in its own
        return problem_response(error.__cause__)
    return problem_response(problems.problem_of_status(error.status_code)(str(error)))


def _who(request: HttpRequest) -> problems.Problem:
    """401 for a caller who did not say who it is, 403 for one who did and is of the wrong kind."""
    caller = getattr(request, "caller", None)
    if caller is not None and caller.kind is not Kind.NOBODY:
        return problems.Forbidden(f"this operation is not for a {caller.kind.value}")
    return problems.Unauthenticated()


def _database_error(request: HttpRequest, error: Exception) -> HttpResponse:
    if not database_is_away(error):
        return _unexpected(request, error)
    log.error("the database does not answer: %s", error, extra={"path": request.path})
    return problem_response(problems.Unavailable("the database does not answer", retry_after=RETRY_AFTER))


def _unexpected(request: HttpRequest, error: Exception) -> HttpResponse:
    # The caller learns nothing of our inside; the log has it all, under the same request id.
    log.exception("unexpected error", extra={"path": request.path})
    return problem_response(problems.Problem("an unexpected error; it has been logged under this request's id"))
