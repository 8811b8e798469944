"""A server seen through a proxy of ours, which can fail while the server is well."""

import json
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from typing import IO, Any, Self, cast
from urllib.parse import urlsplit

import httpx2

from lab.display import Shown
from lab.errors import LabError
from lab.measure.targets import must_answer, refuse_other_machines
from lab.running.processes import Process
from lab.running.stages import Stage

SCRIPT = Path(__file__).with_name("proxy_server.py")
WELL: dict[str, Any] = {"milliseconds": 0, "refusing": False, "cut_after": None}


class Proxy(Shown):
    """Another address of a server, at `url`. Use it with `with`, or call `stop()`; at the latest it ends with the
    notebook. It passes everything on, unless one of `lab.fault.slow`, `refuse` and `cut` is given it.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.target = url
        self.fault = WELL
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `stop`)
        self._process = subprocess.Popen(
            [sys.executable, "-I", str(SCRIPT), parts.hostname or "", str(parts.port or 80)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            start_new_session=True,  # Ctrl-C is for the notebook: what ends the proxy is the pipe
        )
        self._orders = cast("IO[bytes]", self._process.stdin)
        self._answers = cast("IO[bytes]", self._process.stdout)
        self.url = f"http://127.0.0.1:{self._answer()}{parts.path.rstrip('/')}"

    def get(self, path: str = "/", **options: Any) -> httpx2.Response:
        """GET a path through the proxy. `options` are httpx2's. A fault comes out as httpx2's own error."""
        return httpx2.get(self.url + path, **{"timeout": 10, "trust_env": False, **options})

    def behave(self, fault: dict[str, Any]) -> None:
        """From now on behave like this, also on connections that are open."""
        try:
            self._orders.write(json.dumps(fault).encode() + b"\n")
            self._orders.flush()
        except (OSError, ValueError) as error:
            raise LabError(f"the proxy of {self.target} has ended: make another with lab.fault.proxy") from error
        self._answer()
        self.fault = fault

    def stop(self) -> None:
        """End the proxy and every connection through it. Safe to call twice."""
        if not self._orders.closed:
            self._orders.close()
            try:
                self._process.wait(5)
            finally:
                self._process.kill()
                self._process.wait()
                self._answers.close()
                self._errors.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def html(self) -> str:
        return f'<p class="lab-note">{escape(self.text())}</p>'

    def text(self) -> str:
        return f"{self.target} by way of {self.url}"

    def _answer(self) -> str:
        answer = self._answers.readline().decode().strip()
        if answer:
            return answer
        self._errors.seek(0)
        said = self._errors.read().decode(errors="replace").strip()
        self.stop()
        raise LabError(f"the proxy of {self.target} ended: its last words follow", detail=said)


def proxy(target: Stage | Process | str, service: str = "") -> Proxy:
    """A proxy in front of a stage, of one of its services, of a server the lab started, or of a local address.

    Raises LabError for another machine's address, for an unknown service, and where nothing answers.
    """
    url = address_of(target, service)
    refuse_other_machines(url)
    must_answer(url, "start the server first")
    return Proxy(url)


def address_of(target: Stage | Process | str, service: str) -> str:
    """Where the target, or one of its services, answers."""
    if not isinstance(target, Stage):
        return target if isinstance(target, str) else target.url
    if service and service not in target.services:
        raise LabError(f"{target.name} has no service {service!r}: it has {', '.join(sorted(target.services))}")
    return target.base(service)
