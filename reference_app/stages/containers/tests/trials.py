"""Containers of an image for one test each: read-only, without rights, and gone afterwards."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clever.runner.containers.engine import Engine
from clever.runner.containers.secrets import secret_files
from clever.runner.secrets import ensure_secrets

from .composition import TABLE

CONFINED = ("--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", "--security-opt", "no-new-privileges")
SECONDS = 60.0  # for what takes about one, on a machine under heavy load
NOWHERE = "http://127.0.0.1:9"


@dataclass(frozen=True)
class Trial:
    """A container that runs."""

    engine: Engine
    id: str

    def within(self, *command: str) -> str:
        return self.engine.run("exec", self.id, *command)

    @property
    def state(self) -> dict[str, Any]:
        [found] = self.engine.ask("container", "inspect", self.id)
        state: dict[str, Any] = found["State"]
        return state

    @property
    def health(self) -> str:
        return str(self.state["Health"]["Status"])

    @property
    def logs(self) -> str:
        """All that it has said, on stdout and on stderr."""
        command = [str(self.engine.program), "logs", self.id]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout

    @property
    def address(self) -> tuple[str, int]:
        """Where its port 8000 is, seen from here."""
        host, _, port = self.engine.run("port", self.id, "8000").split()[0].partition(":")
        return host, int(port)

    @staticmethod
    def until(done: Callable[[], bool], seconds: float = SECONDS) -> None:
        deadline = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < deadline, "it does not come to that"
            time.sleep(0.1)


def settings(project: str, folder: Path) -> list[str]:
    """What a real start gives to the project, as arguments of `run`. Its database is in memory, its callees nowhere."""
    secrets = ensure_secrets(TABLE, folder / "secrets.env")
    file = folder / f"{project}.env"
    file.write_text(secret_files(TABLE, secrets)[f"{project}.env"])
    os.chmod(file, 0o600)
    others = dict.fromkeys(TABLE.seams_of(project), NOWHERE) | {"DATABASE_URL": "sqlite:////tmp/database.sqlite3"}
    return ["--env-file", str(file), *(word for name, value in others.items() for word in ("--env", f"{name}={value}"))]


@contextmanager
def trial(engine: Engine, image: str, *options: str, command: Sequence[str] = ()) -> Iterator[Trial]:
    """A container for as long as the block lasts."""
    container = engine.run("run", "--detach", *CONFINED, *options, image, *command).strip()
    try:
        yield Trial(engine, container)
    finally:
        engine.run("rm", "--force", "--volumes", container)


def facts(engine: Engine, image: str) -> dict[str, Any]:
    """What `facts.py` says of an image."""
    script = (Path(__file__).parent / "facts.py").read_text()
    found: dict[str, Any] = json.loads(
        engine.run("run", "--rm", "--interactive", "--network", "none", *CONFINED, image, "python", "-", given=script)
    )
    return found
