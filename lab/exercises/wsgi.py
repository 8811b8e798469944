"""Calling a reader's WSGI application without a server, and saying what it did wrong."""

from dataclasses import dataclass
from typing import Any
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

from lab.checks import Wrong

Application = Any
"""Whatever a reader hands in as an application: it may be anything at all."""


@dataclass(frozen=True)
class Answer:
    """What an application answered."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        """The last value of a header, or None."""
        found = [value for each, value in self.headers if each.lower() == name.lower()]
        return found[-1] if found else None

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", errors="replace")


def environ_for(path: str = "/", query: str = "") -> dict[str, Any]:
    """A request as a server would describe it: `path` and `query` are given as a browser sends them, encoded."""
    environ: dict[str, Any] = {"SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": query}
    setup_testing_defaults(environ)
    return environ


def ask(application: Application, *, path: str = "/", query: str = "") -> Answer:
    """Ask an application under the eyes of the standard library's validator.

    Raises Wrong with the validator's complaint, or when `start_response` was never called.
    """
    what = f"Asked for {path}{'?' + query if query else ''}"
    if not callable(application):
        raise Wrong(f"A WSGI application is something one can call; yours is a {type(application).__name__}.")
    started: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        started.append((status, list(headers)))
        return lambda data: None

    def iterable(environ: dict[str, Any], start: Any) -> Any:
        returned = application(environ, start)
        # The validator itself stumbles over what cannot be iterated at all.
        if not hasattr(returned, "__iter__"):
            raise Wrong(f"{what}, your application returned a {type(returned).__name__}, and not an iterable of bytes.")
        return returned

    answer: Any = None
    try:
        answer = validator(iterable)(environ_for(path, query), start_response)
        body = b"".join(answer)
    except AssertionError as error:
        raise Wrong(f"{what}, the validator says: {_plain(error)}") from error
    finally:
        getattr(answer, "close", lambda: None)()
    return Answer(*started[-1], body)


def _plain(error: AssertionError) -> str:
    return str(error).strip() or "the application broke the standard without saying how"
