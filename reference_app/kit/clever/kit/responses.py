"""A Problem as an HTTP response."""

import json

from django.http import HttpResponse

from clever.kit.problems import MEDIA_TYPE, Problem


def problem_response(problem: Problem) -> HttpResponse:
    """Answer with `problem`, its status and its headers."""
    body = json.dumps(problem.as_dict(), ensure_ascii=False)
    return HttpResponse(body, status=problem.status, content_type=MEDIA_TYPE, headers=problem.headers)
