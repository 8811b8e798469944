"""A project as it is served, by gunicorn in processes of its own. Whoever uses it has gunicorn installed."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx2

LONG = 30.0  # seconds, for what takes one where all is well


class Served:
    """The project of the settings that this process runs with, on a free port. It keeps its files in `folder`."""

    def __init__(self, name: str, folder: Path, *options: str, variables: Mapping[str, str]) -> None:
        """`options` are gunicorn's, `variables` go into the environment. Raises AssertionError if it cannot start."""
        self._log = folder / f"{name}.log"
        command = [sys.executable, "-m", "gunicorn", "django.core.wsgi:get_wsgi_application()", "--bind=127.0.0.1:0"]
        command += ["--no-control-socket", "--worker-class=gthread", *options]
        static = folder / "static"  # one that is missing is warned of, among the lines of the log
        static.mkdir(exist_ok=True)
        own = {"PYTHONPATH": os.pathsep.join(sys.path), "DATABASE_URL": f"sqlite:///{folder / name}.sqlite3"}
        own["STATIC_ROOT"] = str(static)
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command, env={**os.environ, **own, **variables}, cwd=folder, stdout=log, stderr=log
            )
        self.url = self._address()
        # A connection for each request, so that any worker may get it.
        self.http = httpx2.Client(base_url=self.url, headers={"Connection": "close"}, timeout=LONG, trust_env=False)

    def stop(self) -> float:
        """As whatever runs it would. Gives the seconds that it took, and raises AssertionError if it failed."""
        began = monotonic()
        self._process.send_signal(signal.SIGTERM)
        status = self._process.wait(LONG)
        if status:
            raise AssertionError(f"gunicorn ended with {status}: {self._log.read_text()}")
        return monotonic() - began

    def kill(self) -> None:
        """End it, whatever it is doing. Safe to repeat."""
        self._process.kill()
        self._process.wait()
        self.http.close()

    def lines(self) -> list[dict[str, Any]]:
        """What the project has logged, without gunicorn's own lines. Raises ValueError where one is no JSON."""
        return [json.loads(line) for line in self._log.read_text().splitlines() if not line.startswith("[")]

    def _address(self) -> str:
        end = monotonic() + LONG
        while not (found := re.search(r"Listening at: (\S+)", self._log.read_text())):
            if self._process.poll() is not None or monotonic() > end:
                self._process.kill()
                raise AssertionError(f"gunicorn does not listen: {self._log.read_text()}")
            sleep(0.02)
        return found[1]
