"""1.2.5: a list that has a limit."""

import json
from typing import Any

from lab.checks import Wrong, exercise


@exercise(
    "1.2.5",
    hints=(
        "int() raises ValueError for everything that is no whole number. try, except.",
        "A slice with a negative end is no error in Python: ROWS[:-1] is nearly everything.",
        "JsonResponse takes status=400.",
    ),
)
def limited_drinks(answer: Any) -> str:
    """a view: a function that takes a request and returns a JsonResponse"""
    for query, wanted in (("", 20), ("?limit=1", 1), ("?limit=7", 7), ("?limit=100", 100)):
        drinks = _json_of(answer, query, 200).get("drinks")
        if not isinstance(drinks, list) or len(drinks) != wanted:
            found = f"{len(drinks)} rows" if isinstance(drinks, list) else repr(drinks)
            raise Wrong(f"/drinks{query} should have {wanted} rows in `drinks`, and yours has {found}.")
        if [row.get("id") for row in drinks] != list(range(1, wanted + 1)):
            raise Wrong(f"/drinks{query} should begin with the first of the ROWS and keep their order.")
    for limit in ("0", "-1", "101", "ten", "1.5", "", "%00", "9" * 5000, "%F0%9F%8D%B5"):
        query = f"?limit={limit}"
        if "limit" not in _json_of(answer, query, 400):
            raise Wrong(f"/drinks{_short(query)} gets a 400, but its JSON has no key `limit` to say what is wrong.")
    return "Right. Nobody can make you say 500 here, and nobody is sent all rows by a minus sign."


def _json_of(view: Any, query: str, status: int) -> dict[str, Any]:
    from django.test import RequestFactory

    where = f"/drinks{_short(query)}"
    try:
        response = view(RequestFactory().get(f"/drinks{query}"))
    except Exception as error:
        raise Wrong(
            f"{where} should get a {status}. Your view raised {type(error).__name__}: the guest sees a 500."
        ) from error
    if getattr(response, "status_code", None) != status:
        got = getattr(response, "status_code", f"no response but {response!r}")
        raise Wrong(f"{where} should get a {status}, and got {got}.")
    try:
        content = json.loads(response.content)
    except ValueError as error:
        raise Wrong(f"{where} should answer in JSON, and answered {response.content[:40]!r}.") from error
    if not isinstance(content, dict):
        raise Wrong(f"{where} should answer with an object, {{...}}, and answered {content!r}.")
    return content


def _short(query: str) -> str:
    return query if len(query) < 40 else f"{query[:20]}... ({len(query)} characters)"
