"""Checks for lesson 1.1, From a document to WSGI."""

import io
import sys
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from lab.checks import Wrong, exercise
from lab.exercises.wsgi import ask, environ_for


@exercise(
    "1.1.1",
    hints=(
        "Write the bill down for small sites: one page costs 0, two pages cost 1, three pages cost 1 + 2.",
        "The page that is new needs no edit. It is the ones before it that do.",
        "0 + 1 + 2 + ... + (pages - 1) is a sum that Gauss is said to have done in his head as a boy.",
    ),
)
def total_edits(answer: Any) -> str:
    """a function that takes a number of pages and returns a number of edits"""
    for pages in (1, 2, 3, 4, 30):
        expected = sum(range(pages))
        size = "one page" if pages == 1 else f"{pages} pages"
        got = answer(pages)
        if got != expected:
            steps = " + ".join(str(step) for step in range(1, pages)) if 1 < pages < 5 else ""
            because = f" ({steps})" if steps else ""
            raise Wrong(f"For {size} the bill is {expected}{because}, and your formula says {got!r}.")
        if not isinstance(got, int):
            raise Wrong(f"For {size} you return {got!r}: nobody makes half an edit. `//` divides without a rest.")
    return "Right. It grows with the square, and nobody notices at three pages."


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


@exercise(
    "1.1.3",
    hints=(
        "Two steps: from characters back to the bytes that came over the wire, then from bytes to text.",
        "Which encoding has exactly one character for each byte, and is named in this section?",
        "Somebody will send bytes that are no UTF-8 at all. `decode` has an argument for such days.",
    ),
)
def path_of(answer: Any) -> str:
    """a function that takes an environ and returns its path as text"""
    for path in ("/menu", "/메뉴", "/카페/라떼", "/café", "/100%25"):
        native = path.encode().decode("latin-1")
        got = answer(environ_for(native))
        if got != path:
            raise Wrong(
                f"A guest asked for {path!r}, so PATH_INFO is {native!r}. You gave back {got!r}"
                f"{'' if isinstance(got, str) else f', a {type(got).__name__}'}."
            )
    broken = b"/\xff\xfe".decode("latin-1")
    try:
        got = answer(environ_for(broken))
    except UnicodeError as error:
        raise Wrong(
            f"A stranger sent bytes that are no UTF-8 (PATH_INFO {broken!r}), and your function raised "
            f"{type(error).__name__}: a stranger should not be able to cause a 500."
        ) from error
    if not isinstance(got, str):
        raise Wrong(f"For PATH_INFO {broken!r} you gave back {got!r}, and a path is text.")
    return "Right. And now you can read rubble: it is UTF-8 that somebody took for Latin-1."


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


class _Body:
    """A body that remembers whether it was closed, and may break while it is read."""

    def __init__(self, *parts: bytes, breaks: bool = False) -> None:
        self.parts, self.breaks, self.closed = parts, breaks, 0

    def __iter__(self) -> Iterator[bytes]:
        yield from self.parts
        if self.breaks:
            raise OSError("the file ended too soon")

    def close(self) -> None:
        self.closed += 1


@exercise(
    "1.1.5",
    hints=(
        "Do not look at what start_response was told before the whole body is read.",
        "`b''.join(answer)` reads any iterable of bytes: a list, a generator, an open file.",
        "try, finally: close it whatever happens, but only if it has a close().",
    ),
)
def ask_without_a_server(answer: Any) -> str:
    """a function that takes an application and a path, and returns status, headers and body"""
    _expect_answer(answer, _in_parts, "one that returns a list of two parts", b"one /menu, please")
    _expect_answer(answer, _generator, "one that is a generator", b"one /menu, please")
    whole, broken = _Body(b"steam"), _Body(b"st", breaks=True)
    _expect_answer(answer, _returning(whole), "one whose body has a close()", b"steam")
    if whole.closed != 1:
        raise Wrong(f"The body's close() was called {whole.closed} times, and should be called once.")
    try:
        answer(_returning(broken), "/menu")
    except OSError:
        pass
    else:
        raise Wrong("The body broke while it was read (OSError), and your function kept quiet about it.")
    if broken.closed != 1:
        raise Wrong(f"The body broke while it was read, and close() was called {broken.closed} times instead of once.")
    return "Right. This is all that a framework's test client does, give or take the comfort."


def _in_parts(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Path", environ["PATH_INFO"])])
    return [b"one ", f"{environ['PATH_INFO']}, please".encode()]


def _generator(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterator[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Path", environ["PATH_INFO"])])
    yield b"one "
    yield f"{environ['PATH_INFO']}, please".encode()


def _returning(body: _Body) -> Callable[..., _Body]:
    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> _Body:
        start_response("200 OK", [("Content-Type", "text/plain"), ("X-Path", environ["PATH_INFO"])])
        return body

    return application


def _expect_answer(ask: Any, application: Any, what: str, body: bytes) -> None:
    try:
        got = ask(application, "/menu")
    except IndexError as error:
        raise Wrong(f"Asking {what}, your function raised IndexError: it looked for the status too early.") from error
    if not isinstance(got, tuple) or len(got) != 3:
        raise Wrong(f"Asking {what}, you should return three things: status, headers and body. You returned {got!r}.")
    status, headers, content = got
    if isinstance(content, io.IOBase) or content != body:
        raise Wrong(f"Asking {what}, the whole body is {body!r}, and you returned {content!r}.")
    if status != "200 OK":
        raise Wrong(f"Asking {what}, the status is '200 OK', and you returned {status!r}.")
    if not isinstance(headers, dict) or headers.get("X-Path") != "/menu":
        raise Wrong(f"Asking {what}, headers should be a dictionary with X-Path: /menu, and are {headers!r}.")
