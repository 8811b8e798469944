"""Run the behaviour suite in a process of its own, against a stage that it starts for itself."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from {{ cookiecutter.namespace }}.runner import load_stage
from {{ cookiecutter.namespace }}.runner.containers.engine import answers
from {{ cookiecutter.namespace }}.runner.engines.postgresql import find_binaries, private_postgresql
from {{ cookiecutter.namespace }}.runner.environment import database_variable
from {{ cookiecutter.namespace }}.runner.nginx import find_nginx
from {{ cookiecutter.namespace }}.runner.places import find_root
from {{ cookiecutter.namespace }}.runner.stagefile import known_stages
from {{ cookiecutter.namespace }}.runner.tables import CONTAINERS

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"


@dataclass(frozen=True)
class Way:
    """One way to try a stage: on a kind of database, by way of nginx or not; or on containers, which bring both."""

    on: str
    nginx: bool = False

    def __str__(self) -> str:
        return f"{self.on} behind nginx" if self.nginx else self.on


def databases() -> list[str]:
    """The kinds of database that a stage can be tried on here: SQLite always, PostgreSQL where it is installed.

    With CI=true PostgreSQL is among them whether it is installed or not, so that its absence is noticed.
    """
    return [SQLITE, POSTGRESQL] if find_binaries() or os.environ.get("CI") == "true" else [SQLITE]


def ways(stage: str, *, full: bool = False) -> list[Way]:
    """The ways to try a stage here. Raises {{ cookiecutter.namespace }}.runner.StageError for an unknown one.

    A stage of several projects is tried behind nginx too, where that is installed (with CI=true, in any case): it is
    nginx then that decides who answers. `full` is all of them on every kind of database, else each has its turn once.
    A stage in containers has one way, its own, where an engine answers (with CI=true, in any case), and one that can
    run on them has it as well. Where it is tried, the stage that is so arranged is tried without nginx alone: behind
    nginx on PostgreSQL is what containers are.
    """
    table = load_stage(stage)
    if table.compose:  # which brings its own PostgreSQL and nginx
        return [Way(POSTGRESQL, nginx=True)] if _are_containers_tried() else []
    on_containers = [Way(CONTAINERS)] if CONTAINERS in table.ways and _are_containers_tried() else []
    bare = [Way(on) for on in databases()]
    if not _is_decided_by_nginx(stage):
        return [*bare, *on_containers]
    if not full and (on_containers or (_are_containers_tried() and _is_arranged_in_containers(stage))):
        return [bare[0], *on_containers]
    behind = [Way(on, nginx=True) for on in databases()]
    return [*bare, *behind, *on_containers] if full else [bare[0], behind[-1]]


def _are_containers_tried() -> bool:
    return answers() or os.environ.get("CI") == "true"


def _is_arranged_in_containers(stage: str) -> bool:
    others = [load_stage(name) for name in known_stages(find_root())]
    return any(other.compose and other.arranges == stage for other in others)


def _is_decided_by_nginx(stage: str) -> bool:
    table = load_stage(stage)
    there = find_nginx() or os.environ.get("CI") == "true"
    return bool(len(table.projects) > 1 and table.nginx and there)


def accept(stage: str, *, on: str, nginx: bool = False, arguments: list[str] | None = None) -> bool:
    """Whether `stage` behaves on that kind of database, or on containers. `arguments` are pytest's.

    pytest writes to the terminal itself.

    Raises {{ cookiecutter.namespace }}.runner.StageError for an unknown stage, and where PostgreSQL is not installed.
    """
    command = [sys.executable, "-m", "pytest", "--pyargs", "{{ cookiecutter.namespace }}.acceptance", f"--stage={stage}"]
    command += [f"--on={CONTAINERS}"] if on == CONTAINERS else []
    command += [*(["--nginx"] if nginx else []), *(arguments or [])]
    with _environment(stage, on) as environment:
        return subprocess.run(command, env=environment, check=False).returncode == 0


@contextmanager
def _environment(stage: str, on: str) -> Iterator[dict[str, str]]:
    table = load_stage(stage)
    variables = {name: database_variable(table, name) for name in table.databases}
    decided = {"DATABASE_URL", "CACHE_URL", *variables.values()}
    plain = {name: value for name, value in os.environ.items() if name not in decided}
    if on in (SQLITE, CONTAINERS) or table.compose:
        yield plain
        return
    with private_postgresql() as server:
        yield plain | {variable: server.create(f"acceptance_{name}") for name, variable in variables.items()}
