"""Run the behaviour suite in a process of its own, against a stage that it starts for itself."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from clever.runner.engines.postgresql import find_binaries, private_postgresql

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"


def databases() -> list[str]:
    """The kinds of database that a stage can be tried on here: SQLite always, PostgreSQL where it is installed.

    With CI=true PostgreSQL is among them whether it is installed or not, so that its absence is noticed.
    """
    return [SQLITE, POSTGRESQL] if find_binaries() or os.environ.get("CI") == "true" else [SQLITE]


def accept(stage: str, *, on: str, arguments: list[str] | None = None) -> bool:
    """Whether `stage` behaves on that kind of database. `arguments` are pytest's, which writes to the terminal itself.

    Raises clever.runner.StageError where PostgreSQL is not installed.
    """
    command = [sys.executable, "-m", "pytest", "--pyargs", "clever.acceptance", f"--stage={stage}", *(arguments or [])]
    with _environment(on) as environment:
        return subprocess.run(command, env=environment, check=False).returncode == 0


@contextmanager
def _environment(on: str) -> Iterator[dict[str, str]]:
    plain = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CACHE_URL")}
    if on == SQLITE:
        yield plain
        return
    with private_postgresql() as server:
        yield plain | {"DATABASE_URL": server.create("acceptance")}
