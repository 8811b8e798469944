"""Refusals, as problem details (RFC 9457)."""

from http import HTTPStatus

from django.http import HttpResponse, JsonResponse

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = 1  # seconds; how soon a permitter that was away is asked again


def say_who_you_are(detail: str, *, realm: str) -> HttpResponse:
    """401: nobody said who is calling, or nobody believes it. `realm` holds no quotation mark."""
    return _problem(401, detail, {"WWW-Authenticate": f'Basic realm="{realm}", charset="UTF-8"'})


def not_permitted(detail: str) -> HttpResponse:
    """403: the caller is known and may not do this."""
    return _problem(403, detail, {})


def cannot_tell(detail: str) -> HttpResponse:
    """503: nobody can say at the moment whether the caller may, so it may not."""
    return _problem(503, detail, {"Retry-After": str(RETRY_AFTER)})


def _problem(status: int, detail: str, headers: dict[str, str]) -> HttpResponse:
    members = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JsonResponse(members, status=status, content_type=MEDIA_TYPE, headers=headers)
