"""Any WSGI application, served for real by any of several servers."""

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lab.errors import LabError
from lab.running.ports import HOST, free_port
from lab.running.processes import Process
from lab.running.servers import SERVERS


def serve(
    application: str | Callable[..., Any],
    server: str = "wsgiref",
    *,
    folder: Path | str | None = None,
    port: int | None = None,
    options: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
    seconds: float = 15,
) -> Process:
    """Serve a WSGI application on this machine, on a free port: `with lab.serve(app, server="waitress") as page:`

    `application` is the callable itself, even one written in a notebook cell, or `"module:name"` in `folder`.
    Each server gets one worker, with four threads where it has threads; `options` are handed to it and win over that,
    as they do over a `gunicorn.conf.py` in `folder`. `environment` is added to the notebook's own. The server
    "runserver" is Django's: it serves the project whose manage.py is in `folder`, whatever `application` says.
    Raises LabError when the server is not installed, or does not come up within `seconds`.
    """
    if server not in SERVERS:
        raise LabError(f"there is no server {server!r} here: choose one of {', '.join(SERVERS)}")
    chosen = SERVERS[server]
    if chosen.module and importlib.util.find_spec(chosen.module) is None:
        raise LabError(f"{server} is not installed: `uv pip install {chosen.package}`, then run this cell again")
    place = Path(folder) if folder is not None else Path.cwd()
    if server == "runserver" and not (place / "manage.py").exists():
        raise LabError(f"runserver needs a Django project, and there is no manage.py in {place.name}: name its folder")
    port = port or free_port()
    scratch = None
    if not isinstance(application, str):
        command = chosen.command("served:application", port, options)
        place = scratch = _written_down(application)
    else:
        command = chosen.command(application if ":" in application else f"{application}:application", port, options)
    added = dict(environment or {})
    path = [str(place.resolve()), added.get("PYTHONPATH") or os.environ.get("PYTHONPATH", "")]
    added["PYTHONPATH"] = os.pathsep.join(filter(None, path))
    started = _Served(command, url=f"http://{HOST}:{port}", folder=place, environment=added, name=server)
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
