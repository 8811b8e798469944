"""3.3.1: settings out of an environment, strictly."""

from collections.abc import Callable, Mapping
from typing import Any

from lab.checks import Wrong, exercise

GOOD = {"TOWN": "Seoul", "SEATS": "12", "OPEN": "1"}

READ: list[tuple[str, dict[str, str], dict[str, Any]]] = [
    ("all three", GOOD, {"town": "Seoul", "seats": 12, "open": True}),
    ("OPEN=0", GOOD | {"OPEN": "0"}, {"town": "Seoul", "seats": 12, "open": False}),
    ("no OPEN", {"TOWN": "Jeju", "SEATS": "0"}, {"town": "Jeju", "seats": 0, "open": True}),
    ("variables of others beside them", GOOD | {"HOME": "/"}, {"town": "Seoul", "seats": 12, "open": True}),
]
REFUSED = [
    ("no TOWN", {"SEATS": "12"}, "TOWN"),
    ("an empty TOWN", GOOD | {"TOWN": ""}, "TOWN"),
    ("no SEATS", {"TOWN": "Seoul"}, "SEATS"),
    ("an empty SEATS", GOOD | {"SEATS": ""}, "SEATS"),
    ("SEATS=twelve", GOOD | {"SEATS": "twelve"}, "SEATS"),
    ("SEATS=1.5", GOOD | {"SEATS": "1.5"}, "SEATS"),
    ("OPEN=yes", GOOD | {"OPEN": "yes"}, "OPEN"),
    ("an empty OPEN", GOOD | {"OPEN": ""}, "OPEN"),
]


@exercise(
    "3.3.1",
    hints=(
        'bool("0") is true: it is a text, and not an empty one. Compare with "1" and "0".',
        "environ[...] raises KeyError, which is no ValueError, and its message is the bare name.",
        'int("twelve") raises a ValueError already. Its message does not say which variable it was.',
    ),
)
def settings(answer: Callable[[Mapping[str, str]], Any]) -> str:
    """a function that takes the variables and returns a dictionary"""
    for what, environ, wanted in READ:
        got = _read(answer, what, environ)
        if got != wanted or type(got["open"]) is not bool:
            raise Wrong(f"With {what} it should return {wanted}. You return {got!r:.80}.")
    for what, environ, name in REFUSED:
        _expect_refusal(answer, what, environ, name)
    return "Right. Whoever mistypes a variable reads its name a second later, and no guest ever does."


def _read(answer: Callable[[Mapping[str, str]], Any], what: str, environ: dict[str, str]) -> Any:
    try:
        return answer(dict(environ))
    except Exception as error:
        raise Wrong(f"With {what} there is nothing wrong, and you raised {type(error).__name__}: {error}") from error


def _expect_refusal(answer: Callable[[Mapping[str, str]], Any], what: str, environ: dict[str, str], name: str) -> None:
    try:
        got = answer(dict(environ))
    except ValueError as error:
        if name not in str(error):
            raise Wrong(f"With {what} the message should name {name}. It says: {error}") from error
        return
    except Exception as error:
        raise Wrong(f"With {what} a ValueError is wanted. You raised {type(error).__name__}: {error}") from error
    raise Wrong(f"With {what} it should refuse to start. You return {got!r:.80}.")
