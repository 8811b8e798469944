"""Any WSGI application, served for real by any of several servers."""

import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lab.errors import LabError
from lab.running.ports import HOST, free_port
from lab.running.processes import Process

Command = Callable[[str, int], list[str]]


def _wsgiref(application: str, port: int) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("wsgiref_server.py")), str(port), application]


def _waitress(application: str, port: int) -> list[str]:
    return [sys.executable, "-m", "waitress", f"--listen={HOST}:{port}", application]


def _gunicorn(application: str, port: int) -> list[str]:
    # Without --no-control-socket every gunicorn of this user would share one socket in the home folder.
    return [sys.executable, "-m", "gunicorn", "--no-control-socket", "--worker-class=gthread", "--threads=4",
            f"--bind={HOST}:{port}", application]  # fmt: skip


SERVERS: dict[str, Command] = {"wsgiref": _wsgiref, "waitress": _waitress, "gunicorn": _gunicorn}
"""The servers that a lesson can choose from, by name."""


def serve(
    application: str | Callable[..., Any],
    server: str = "wsgiref",
    *,
    folder: Path | str | None = None,
    port: int | None = None,
    options: Sequence[str] = (),
    seconds: float = 15,
) -> Process:
    """Serve a WSGI application on this machine, on a free port: `with lab.serve(app, server="waitress") as page:`

    `application` is the callable itself, even one written in a notebook cell, or `"module:name"` in `folder`.
    `options` are handed to the server. Raises LabError when the server does not come up within `seconds`.
    """
    if server not in SERVERS:
        raise LabError(f"there is no server {server!r} here: choose one of {', '.join(SERVERS)}")
    if server != "wsgiref" and importlib.util.find_spec(server) is None:
        raise LabError(f"{server} is not installed: `uv pip install {server}`, then run this cell again")
    if server == "wsgiref" and options:
        raise LabError(f"wsgiref takes no options, so {' '.join(options)} would mean nothing: choose another server")
    scratch = None
    if callable(application):
        scratch = _written_down(application)
        folder, application = scratch, "served:application"
    port = port or free_port()
    command = SERVERS[server](application, port)
    command[-1:-1] = list(options)
    place = Path(folder) if folder is not None else Path.cwd()
    path = os.pathsep.join([str(place.resolve()), *filter(None, [os.environ.get("PYTHONPATH")])])
    started = _Served(command, url=f"http://{HOST}:{port}", folder=place, environment={"PYTHONPATH": path}, name=server)
    started.scratch = scratch
    try:
        return started.wait_ready(seconds)
    except BaseException:
        started.stop()
        raise


class _Served(Process):
    """A server, and the folder in which a notebook's own application was written down for it."""

    scratch: Path | None = None

    def stop(self) -> None:
        super().stop()
        if self.scratch is not None:
            shutil.rmtree(self.scratch, ignore_errors=True)


def _written_down(application: Callable[..., Any]) -> Path:
    """A folder with a module that holds the application: another process cannot import a notebook's cell."""
    import cloudpickle

    try:
        pickled = cloudpickle.dumps(application)
    except Exception as error:
        raise LabError(
            f"this application cannot be carried to another process ({error}): "
            'write it to a file with %%writefile and serve "module:name"'
        ) from error
    folder = Path(tempfile.mkdtemp(prefix="lab-serve-"))
    (folder / "application.pickle").write_bytes(pickled)
    (folder / "served.py").write_text(
        "from pathlib import Path\n\nimport cloudpickle\n\n"
        'application = cloudpickle.loads(Path(__file__).with_name("application.pickle").read_bytes())\n',
        encoding="utf-8",
    )
    return folder
