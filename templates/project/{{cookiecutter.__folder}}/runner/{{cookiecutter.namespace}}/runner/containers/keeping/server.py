"""The PostgreSQL of a stage in containers for as long as somebody has to do with its databases."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import quote

from {{ cookiecutter.namespace }}.runner.containers.compose import Compose
from {{ cookiecutter.namespace }}.runner.containers.configuration import adjustable, write
from {{ cookiecutter.namespace }}.runner.containers.images.bases import need
from {{ cookiecutter.namespace }}.runner.containers.starting import OTHERS, Wish
from {{ cookiecutter.namespace }}.runner.containers.stopping import stop
from {{ cookiecutter.namespace }}.runner.containers.waiting import AT_REST, said_by_id
from {{ cookiecutter.namespace }}.runner.envfile import read_env
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.ports import HOST
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step
from {{ cookiecutter.namespace }}.runner.secrets import database_password
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile

POSTGRES, DATABASES = "postgres", "databases"  # services of the compose file: the server, and who makes its databases
PORT = 5432  # within the container
READY_SECONDS = 120.0  # a start takes two; this is for all that a power cut left to be done again
PAUSE = 0.2


@dataclass(frozen=True)
class Server:
    """A PostgreSQL that answers in a container."""

    engine: str  # the path of the engine's command
    container: str
    port: int  # of this machine; that of a running stage has none, so its port is 0
    secrets: Mapping[str, str] = field(repr=False)

    @property
    def within(self) -> tuple[str, ...]:
        """How a command begins that runs beside the server, where PostgreSQL's own programs are of its version.

        It has the caller's PGPASSWORD.
        """
        return (self.engine, "exec", "--interactive", "--env", "PGPASSWORD", self.container)

    def url(self, database: str) -> str:
        """The DATABASE_URL of one of its databases, for a process of this machine."""
        return address(database, self.secrets, self.port)


def address(database: str, secrets: Mapping[str, str], port: int = 0) -> str:
    """The same before there is a server, whose port nobody knows."""
    password = quote(secrets.get(database_password(database), ""), safe="")
    return f"postgresql://{database}:{password}@{HOST}:{port}/{database}"


@contextmanager
def at_hand(compose: Compose, secrets: Mapping[str, str], given: Mapping[str, str], tell: Progress) -> Iterator[Server]:
    """Within it PostgreSQL runs: that of the running stage, else one container of the very same service.

    That one has its databases and a port of loopback, and afterwards it is gone. The caller holds the stage's lock.
    Raises StageError where it does not start, and where the stage runs without it.
    """
    program = str(compose.engine.program)
    there = [each for each in compose.containers() if each.state not in (*AT_REST, "created")]
    if there:
        running = [each.id for each in there if each.service == POSTGRES and each.state == "running"]
        if not running:
            raise StageError(f"{compose.stage.name} runs without its PostgreSQL; see: inv down {compose.stage.name}")
        yield Server(program, running[0], 0, secrets)
        return
    end_orphan(compose.stage, compose.folder)  # two servers must not have one volume
    try:
        tell(Step("start PostgreSQL"))
        _write_down(compose, secrets, given)
        need(compose.engine, image(compose), tell)
        name = _name(compose)
        as_one = ["run", "--detach", "--no-deps", "--use-aliases", "--name", name, "--publish", f"{HOST}::{PORT}"]
        compose.run(*as_one, POSTGRES)
        _wait(compose, name)
        compose.run("run", "--rm", "--no-deps", "-T", DATABASES)
        yield Server(program, name, _port(compose, name), secrets)
    finally:
        stop(compose)


def end_orphan(stage: StageFile, folder: StageFolder) -> None:
    """End a server that is still at hand, since whoever wanted it was killed. Raises StageError without an engine."""
    compose = Compose.of(stage, folder)
    if compose.inspect([_name(compose)]):
        stop(compose)


def image(compose: Compose) -> str:
    """The image of PostgreSQL that the stage runs."""
    return read_env(compose.variables).get("POSTGRES_IMAGE") or OTHERS[POSTGRES]


def _name(compose: Compose) -> str:
    return f"{compose.name}_{POSTGRES}_at_hand"


def _write_down(compose: Compose, secrets: Mapping[str, str], given: Mapping[str, str]) -> None:
    """What the containers mount, as a start would. Settings are those of the last start, unless the caller says so."""
    stage, folder, before = compose.stage, compose.folder, read_env(compose.variables)
    settings = {name: before[name] for name in adjustable(stage, folder) if name in before}
    wish = Wish(stage, folder, None, {**settings, **{name: value for name, value in given.items() if value}})
    write(compose, wish.variables(wish.default_ports), secrets)


def _wait(compose: Compose, name: str) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while not _answers(compose, name):
        [found] = compose.inspect([name]) or [{"State": {"Status": "dead"}}]
        if found["State"]["Status"] in AT_REST or time.monotonic() > deadline:
            raise StageError(f"PostgreSQL does not start: {said_by_id(compose, name, POSTGRES)}")
        time.sleep(PAUSE)


def _answers(compose: Compose, name: str) -> bool:
    try:
        # By its port: while it makes its first database it answers by a socket alone.
        compose.engine.run("exec", name, "pg_isready", "--quiet", f"--host={HOST}", f"--username={POSTGRES}")
    except StageError:
        return False
    return True


def _port(compose: Compose, name: str) -> int:
    said = compose.engine.run("port", name, f"{PORT}/tcp")
    return int(said.split()[0].rpartition(":")[2])
