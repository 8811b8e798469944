"""Wait until the containers of a stage answer, or it is clear that they will not."""

import time
from collections.abc import Mapping

from {{ cookiecutter.namespace }}.runner.containers.compose import Compose, Container
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.logs import telling_line
from {{ cookiecutter.namespace }}.runner.ports import base_url
from {{ cookiecutter.namespace }}.runner.readiness import is_ready

READY_SECONDS = 120.0
AT_REST = ("exited", "dead")
LINES = 40  # of a log, among which the telling one is looked for


def wait_ready(compose: Compose, ports: Mapping[str, int], seconds: float | None = None) -> None:
    """Return once there is a ready answer on each of `ports`, by name.

    Raises StageError, with the log line that tells why, for a container that keeps ending, and after `seconds`.
    """
    seconds = seconds or READY_SECONDS
    deadline = time.monotonic() + seconds
    waiting = dict(ports)
    while waiting:
        waiting = {name: port for name, port in waiting.items() if not is_ready(base_url(port))}
        if waiting:
            if complaint := last_words(compose):
                raise StageError(complaint)
            if time.monotonic() > deadline:
                name = next(iter(waiting))
                raise StageError(f"{name} is not ready after {seconds:.0f} s: {_said(compose, name)}")
            time.sleep(0.2)


def all_ready(ports: Mapping[str, int]) -> bool:
    """Whether there is a ready answer on each of `ports` now."""
    return all(is_ready(base_url(port)) for port in ports.values())


def last_words(compose: Compose) -> str:
    """What the first of the containers said that ended and should not have; empty where all is well."""
    for one in compose.containers():
        restarting = one.state == "restarting"
        if restarting or (one.state in AT_REST and one.exit_code):
            return f"{one.service} {'does not start' if restarting else 'failed'}: {said_by(compose, one)}"
    return ""


def _said(compose: Compose, service: str) -> str:
    found = compose.of_service(service)
    return said_by(compose, found[-1]) if found else "there is no container of it"


def said_by(compose: Compose, container: Container) -> str:
    """The line of a container's log that says best what is wrong, and where the rest of it is.

    It is kept in a file, since whoever asks this removes the container next.
    """
    return said_by_id(compose, container.id, container.service)


def said_by_id(compose: Compose, container: str, service: str) -> str:
    """The same of a container by its id or name."""
    said = compose.engine.logs(container)
    file = compose.folder.logs / f"{service}.log"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(said, encoding="utf-8")
    last = "\n".join(said.splitlines()[-LINES:])
    return f"{telling_line(last)}; its log: {file}"
