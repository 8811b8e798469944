"""1.1.2: a greeting as a WSGI application."""

from typing import Any
from urllib.parse import quote

from lab.checks import Wrong, exercise
from lab.exercises.wsgi import ask

GUESTS = ("Bob", "지훈", "Zoë", "Tom & Jerry")


@exercise(
    "1.1.2",
    hints=(
        "QUERY_STRING is still encoded: urllib.parse.parse_qs gives you the names as people write them.",
        "Encode the text first, and call the result `body`. Everything after that is about `body`.",
        "How long is '지훈', and how long is '지훈'.encode()?",
    ),
)
def greet(answer: Any) -> str:
    """a WSGI application: a function of environ and start_response"""
    _expect_greeting(answer, "", "Hello, guest!", "without a name")
    for guest in GUESTS:
        _expect_greeting(answer, f"name={quote(guest)}", f"Hello, {guest}!", f"for {guest}")
    _expect_greeting(answer, "table=4&name=Bob", "Hello, Bob!", "for Bob at table 4")
    return "Right: encoded once, counted as bytes, and readable in Seoul as in Sofia."


def _expect_greeting(application: Any, query: str, expected: str, who: str) -> None:
    got = ask(application, path="/hello", query=query)
    if got.text != expected:
        raise Wrong(
            f"The greeting {who} (QUERY_STRING is {query!r}) should be {expected!r}, and yours is {got.text!r}."
        )
    if not got.status.startswith("200"):
        raise Wrong(f"The greeting {who} should have the status '200 OK', and yours has {got.status!r}.")
    length = got.header("Content-Length")
    if length != str(len(got.body)):
        raise Wrong(
            f"The greeting {who} has {len(got.body)} bytes ({len(got.text)} characters), and your Content-Length says "
            f"{length}: a guest would wait for the rest, or lose the end."
        )
    if "utf-8" not in (got.header("Content-Type") or "").lower():
        raise Wrong(f"Content-Type is {got.header('Content-Type')!r}: it does not say that the text is in UTF-8.")
