"""What every refusal must look like (RFC 9457)."""

import httpx2

MEDIA_TYPE = "application/problem+json"


def assert_problem(answer: httpx2.Response, *statuses: int) -> dict[str, object]:
    """The answer is a problem of one of these statuses. Returns its members."""
    assert answer.status_code in statuses, f"{_asked(answer)} answered {answer.status_code}: {answer.text[:300]}"
    assert answer.headers["Content-Type"] == MEDIA_TYPE, f"{_asked(answer)}: {answer.headers['Content-Type']}"
    members: dict[str, object] = answer.json()
    assert members["status"] == answer.status_code
    assert all(members[name] for name in ("type", "title", "detail")), members
    return members


def assert_refused(answer: httpx2.Response) -> dict[str, object]:
    """The answer is a problem that blames the caller."""
    return assert_problem(answer, *range(400, 500))


def _asked(answer: httpx2.Response) -> str:
    return f"{answer.request.method} {str(answer.request.url)[:200]}"
