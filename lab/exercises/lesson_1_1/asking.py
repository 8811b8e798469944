"""1.1.5: asking an application without a server."""

import io
from collections.abc import Callable, Iterator
from typing import Any

from lab.checks import Wrong, exercise


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
