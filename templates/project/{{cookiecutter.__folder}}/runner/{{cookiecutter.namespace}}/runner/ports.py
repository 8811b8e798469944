"""Ports of this machine: is one free, and which one to use."""

import errno
import socket
from collections.abc import Mapping

from {{ cookiecutter.namespace }}.runner.errors import StageError

HOST = "127.0.0.1"


def base_url(port: int) -> str:
    """Where a program that listens on `port` is spoken to."""
    return f"http://{HOST}:{port}"


def is_free(port: int) -> bool:
    """Nobody listens on `port`. Raises StageError where this user may not listen on it at all."""
    with socket.socket() as probe:
        # Somebody who listens on every address does not stop macOS from binding this one, but does answer.
        probe.settimeout(0.5)
        if probe.connect_ex((HOST, port)) == 0:
            return False
    with socket.socket() as listener:
        # As gunicorn and nginx do it: connections that linger from an earlier run are no hindrance.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except PermissionError as error:
            raise StageError(f"port {port} is not for ordinary users; choose one above 1023") from error
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            raise StageError(f"port {port} cannot be used ({error.strerror}); choose another") from error
    return True


def asked_for(text: str) -> int | None:
    """The port in what somebody typed; None for nothing. Raises StageError where it names no port."""
    if not text:
        return None
    if not text.isdecimal():
        raise StageError(f"port {text!r} is no number; choose one from 1024 to 65535")
    return _existing(int(text))


def choose(defaults: Mapping[str, int], *, asked: int | None = None, for_name: str = "") -> dict[str, int]:
    """A port for each name: the one `asked` for where the name is `for_name`, else its default, else a free one.

    Raises StageError when the port asked for is taken or is none: whoever asks means that one and no other.
    """
    chosen: dict[str, int] = {}
    if asked is not None:
        chosen[for_name] = _checked(asked)
    for name, default in defaults.items():
        if name not in chosen:
            usable = default not in chosen.values() and is_free(default)
            chosen[name] = default if usable else any_free(but_not={*chosen.values(), *defaults.values()})
    return chosen


def _existing(port: int) -> int:
    if not 1 <= port <= 65535:
        raise StageError(f"port {port} does not exist; choose one from 1024 to 65535")
    return port


def _checked(port: int) -> int:
    if not is_free(_existing(port)):
        raise StageError(f"port {port} is taken by another program; name another, or none and a free one is found")
    return port


def any_free(but_not: set[int]) -> int:
    while True:
        with socket.socket() as listener:
            listener.bind((HOST, 0))
            port: int = listener.getsockname()[1]
        if port not in but_not:
            return port
