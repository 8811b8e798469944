"""Wait until a stage that has been started answers /readyz, or it is clear that it will not."""

import ssl
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import httpx2

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.logs import tail, telling_line
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.ports import base_url, is_free
from {{ cookiecutter.namespace }}.runner.processes import listens
from {{ cookiecutter.namespace }}.runner.supervisor import AWAY, Supervisor

READY_SECONDS = 120.0  # a start takes three to ten; this is for many projects on a machine under heavy load
ASK_SECONDS = 3.0
STARTS = 3  # a program that ended so often just after its start is not going to stay


class PortTaken(StageError):
    """Somebody else got hold of a port between its choice and its use."""


@cache
def certificates() -> ssl.SSLContext:
    """httpx wants them for plain HTTP as well, and reading them takes longer than asking. Read once."""
    return httpx2.create_ssl_context(trust_env=False)


def is_ready(url: str, seconds: float = ASK_SECONDS) -> bool:
    """Whether `url` answers 200 on /readyz, within `seconds`."""
    try:
        # No proxy stands between us and this machine, whatever the environment says.
        return httpx2.get(f"{url}/readyz", timeout=seconds, trust_env=False, verify=certificates()).status_code == 200
    except httpx2.HTTPError:
        return False


def wait_ready(
    ports: Mapping[str, int], supervisor: Supervisor, folder: StageFolder, seconds: float | None = None
) -> None:
    """Return once there is a ready answer, by a process of this stage, on each of `ports`, by name.

    Raises StageError, with the log line that tells why, for a program that keeps ending, for supervisord itself
    ending, and after `seconds`; PortTaken where another program sits on a port.
    """
    seconds = seconds or READY_SECONDS
    deadline = time.monotonic() + seconds
    starts: dict[str, set[int]] = {}
    waiting = dict(ports)
    while waiting:
        failing = _failing(supervisor, folder, starts)
        answering = set() if failing else _answering(waiting)
        for name, port in waiting.items():
            # Only now: whoever answered is on the port for certain. And a program that finds its port taken fails.
            if not is_free(port) and not listens(folder.path, port):
                raise PortTaken(f"{name}: port {port} is taken by another program; name another with --port")
        if failing:
            raise StageError(failing)
        waiting = {name: port for name, port in waiting.items() if name not in answering}
        if waiting and time.monotonic() > deadline:
            raise StageError(f"{next(iter(waiting))} is not ready after {seconds:.0f} s: {_last_words(folder)}")
        if waiting:
            time.sleep(0.05)


def _answering(ports: Mapping[str, int]) -> set[str]:
    """Who says that it is ready. All are asked at a time: one that takes its time keeps nobody else from being seen."""
    with ThreadPoolExecutor(len(ports)) as threads:
        ready = threads.map(is_ready, map(base_url, ports.values()))
        return {name for name, is_so in zip(ports, ready, strict=True) if is_so}


def _failing(supervisor: Supervisor, folder: StageFolder, starts: dict[str, set[int]]) -> str:
    """What is said of a program that keeps ending; empty where there is none. Raises StageError without supervisord."""
    try:
        programs = supervisor.programs()
    except AWAY as error:
        raise StageError(f"supervisord has ended: {telling_line(tail(folder.logs / 'supervisord.log'))}") from error
    for program in programs:
        starts.setdefault(program.name, set()).add(program.started)
        if program.state == "FATAL" or len(starts[program.name]) >= STARTS:
            log = folder.logs / f"{program.name}.log"
            return f"{program.name} does not start: {telling_line(tail(log))}; its log: {log}"
    return ""


def _last_words(folder: StageFolder) -> str:
    logs = sorted(folder.logs.glob("*.log"), key=lambda file: file.stat().st_mtime)
    return f"{telling_line(tail(logs[-1]))}; its log: {logs[-1]}" if logs else "there is no log"
