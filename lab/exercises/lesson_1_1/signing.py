"""1.1.4: an application around an application."""

import sys
from collections.abc import Callable
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.wsgi import ask, environ_for


@exercise(
    "1.1.4",
    hints=(
        "with_header returns an application, and an application takes environ and start_response.",
        "Inside it, define a second start_response, which adds the header and calls the real one. Give that to `app`.",
        "The real start_response returns a function, write. Your own has to return it too.",
    ),
)
def with_header(answer: Any) -> str:
    """a function that takes an application, a header's name and its value, and returns an application"""
    wrapped = answer(_polite, "X-Barista", "Minji")
    if not callable(wrapped):
        raise Wrong(f"with_header should return an application, and yours returned {wrapped!r}.")
    _expect_signed(wrapped)
    _expect_write_and_exc_info(answer)
    twice = answer(wrapped, "X-Table", "4")
    for number in (1, 2):
        if ask(twice, path="/").headers.count(("X-Barista", "Minji")) != 1:
            raise Wrong(f"Wrapped in two skins, request {number} does not carry X-Barista exactly once.")
    return "Right: status, body and headers of the inside are untouched, and every answer is signed."


def _polite(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    known = environ["PATH_INFO"] == "/"
    start_response("200 OK" if known else "404 Not Found", [("Content-Type", "text/plain"), ("X-Inside", "yes")])
    return [b"here you are"]


def _expect_signed(wrapped: Any) -> None:
    for path, status in (("/", "200 OK"), ("/terrace", "404 Not Found")):
        got = ask(wrapped, path=path)
        if got.status != status:
            raise Wrong(f"For {path} the inside answers {status!r}; through your skin it became {got.status!r}.")
        if got.header("X-Barista") != "Minji":
            raise Wrong(f"The answer for {path} has no header X-Barista: Minji. It has {got.headers!r}.")
        if got.header("X-Inside") != "yes" or got.body != b"here you are":
            raise Wrong(f"Something of the inside's own answer for {path} was lost: {got.headers!r}, {got.body!r}.")


def _expect_write_and_exc_info(with_header: Any) -> None:
    """The two corners of the standard: what start_response returns, and its third argument."""
    heard: list[Any] = []

    def write(data: bytes) -> None:
        heard.append(data)

    def real(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], None]:
        heard.append(exc_info)
        return write

    def troubled(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        try:
            raise ValueError("the milk is off")
        except ValueError:
            returned = start_response("500 Internal Server Error", [("Content-Type", "text/plain")], sys.exc_info())
        if returned is not write:
            raise Wrong(f"The real start_response returned its write function, and yours returned {returned!r}.")
        return [b"sorry"]

    try:
        with_header(troubled, "X-Barista", "Minji")(environ_for("/"), real)
    except TypeError as error:
        raise Wrong(
            f"An inside that calls start_response(status, headers, exc_info) meets a TypeError: {error}"
        ) from error
    if not heard or heard[0] is None:
        raise Wrong("The inside passed exc_info, and it did not reach the real start_response.")
