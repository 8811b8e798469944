"""What a service had against it, at the fields of a form."""

from copy import deepcopy
from typing import Any

from lab.checks import Wrong, exercise

FIELDS = ["name", "starts_at", "ends_at", "items"]


def problem(*errors: tuple[str, str], detail: str = "see errors") -> dict[str, Any]:
    said: dict[str, Any] = {"status": 422, "detail": detail}
    if errors:
        said["errors"] = [{"field": field, "message": message} for field, message in errors]
    return said


CASES: tuple[tuple[dict[str, Any], dict[str | None, list[str]], str], ...] = (
    (problem(("name", "Too long")), {"name": ["Too long"]}, "one field, one message"),
    (problem(("name", "Too long"), ("name", "Rude")), {"name": ["Too long", "Rude"]}, "a field may have two messages"),
    (problem(("items.0.count", "At least 1")), {"items": ["At least 1"]}, "items.0.count is a part of items"),
    (problem(("body", "Ends before it starts")), {None: ["Ends before it starts"]}, "no field of the form is body"),
    (
        problem(("colour", "Unknown"), ("name", "Rude"), ("body", "No")),
        {None: ["Unknown", "No"], "name": ["Rude"]},
        "what belongs to no field still has to be said",
    ),
    (problem(("name_ko", "Unknown")), {None: ["Unknown"]}, "name_ko begins like name, and is no part of it"),
    (problem(detail="This campaign is over"), {None: ["This campaign is over"]}, "not every problem has errors"),
)


@exercise(
    "2.2.6",
    hints=(
        "The part before the first dot is the field: 'items.0.count'.partition('.').",
        "What is no field of the form belongs to the form as a whole, and its key is None.",
        "problem.get('errors') may be None. Then there is still problem['detail'].",
    ),
)
def form_errors(answer: Any) -> str:
    """a function that takes a problem and a list of field names, and returns messages by field, None for the rest"""
    for said, wanted, why in CASES:
        got = answer(deepcopy(said), list(FIELDS))
        if not isinstance(got, dict) or {key: list(value) for key, value in got.items()} != wanted:
            raise Wrong(f"For {said} with the fields {FIELDS} it should be {wanted} ({why}). You say {got!r}.")
    return "Right. Django's admin does this for each field of each model, and nobody has ever thanked it."
