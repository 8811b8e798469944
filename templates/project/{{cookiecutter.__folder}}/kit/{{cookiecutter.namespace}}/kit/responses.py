"""A Problem as an HTTP response."""

import json

from django.http import HttpResponse

from {{ cookiecutter.namespace }}.kit.problems import MEDIA_TYPE, Problem


def problem_response(problem: Problem) -> HttpResponse:
    """Answer with `problem`, its status and its headers."""
    # What a caller sent may be told back to it, and half of a surrogate pair is text that UTF-8 cannot hold.
    body = json.dumps(problem.as_dict(), ensure_ascii=False, default=str).encode(errors="replace")
    return HttpResponse(body, status=problem.status, content_type=MEDIA_TYPE, headers=problem.headers)
