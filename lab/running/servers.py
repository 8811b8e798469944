"""How each server is told to serve a WSGI application: one process, on loopback, and quiet."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lab.errors import LabError
from lab.running.ports import HOST

Command = Callable[[str, int, Sequence[str]], list[str]]

# As many threads as waitress has by default, so that servers are compared and not their sizes.
THREADS = 4


@dataclass(frozen=True)
class Server:
    """A server: its command for an application, a port and options, and the package that holds it."""

    command: Command
    module: str = ""  # what has to be there for it; empty for the standard library
    package: str = ""


def _wsgiref(application: str, port: int, options: Sequence[str]) -> list[str]:
    if options:
        raise LabError(f"wsgiref takes no options, so {' '.join(options)} would mean nothing: choose another server")
    return [sys.executable, str(Path(__file__).with_name("wsgiref_server.py")), str(port), application]


def _runserver(application: str, port: int, options: Sequence[str]) -> list[str]:
    # Without --noreload it is two processes: one that serves, and one that looks for changed files.
    return [sys.executable, "manage.py", "runserver", "--noreload", *options, f"{HOST}:{port}"]


def _waitress(application: str, port: int, options: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "waitress", f"--listen={HOST}:{port}", *options, application]


def _gunicorn(application: str, port: int, options: Sequence[str]) -> list[str]:
    # A sync worker that has threads is a gthread worker: gunicorn decides that by itself. So a class that is named
    # comes with one thread, unless the number is named too.
    names_class = any(option.startswith(("--worker-class", "-k")) for option in options)
    defaults = ["--threads=1"] if names_class else ["--worker-class=gthread", f"--threads={THREADS}"]
    # Without --no-control-socket every gunicorn of this user would share one socket in the home folder.
    return [sys.executable, "-m", "gunicorn", "--no-control-socket", "--workers=1", *defaults,
            f"--bind={HOST}:{port}", *options, application]  # fmt: skip


def _uwsgi(application: str, port: int, options: Sequence[str]) -> list[str]:
    return [sys.executable, "-c", "import pyuwsgi; pyuwsgi.run()", f"--http-socket={HOST}:{port}", "--master",
            "--processes=1", f"--threads={THREADS}", "--need-app", "--die-on-term", "--disable-logging",
            *options, f"--module={application}"]  # fmt: skip


def _granian(application: str, port: int, options: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "granian", "--interface=wsgi", f"--host={HOST}", f"--port={port}", "--workers=1",
            f"--blocking-threads={THREADS}", "--no-ws", *options, application]  # fmt: skip


SERVERS: dict[str, Server] = {
    "wsgiref": Server(_wsgiref),
    "runserver": Server(_runserver, "django", "django"),
    "waitress": Server(_waitress, "waitress", "waitress"),
    "gunicorn": Server(_gunicorn, "gunicorn", "gunicorn"),
    "uwsgi": Server(_uwsgi, "pyuwsgi", "pyuwsgi"),
    "granian": Server(_granian, "granian", "granian"),
}
"""The servers that a lesson can choose from, by name."""
