"""One database of a stage in containers: where it is with all others, and on a server of its own."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import IO, cast

from lab.containers.engine import engine, said
from lab.containers.running import Container, run
from lab.containers.staged import running_of
from lab.errors import LabError
from lab.running.stages import Stage

SUPERUSER = "postgres"
NAME = "lab-report"  # as which the server knows our sessions
LONGEST = 300  # seconds, after which the server ends a session by itself
START_SECONDS = 60.0
LOOK_SECONDS = 0.1
IMAGE = "postgres:17"


@dataclass(frozen=True)
class Database:
    """A database, and the container of the server that it is on."""

    name: str
    container: str

    def ask(self, sql: str) -> str:
        """What the server answers, a row a line. Raises LabError with what it complains of."""
        return _psql(self, sql)

    @contextmanager
    def busy(self, sql: str, *, sessions: int = 4) -> Iterator[None]:
        """Have so many sessions ask `sql` again and again for as long as the block lasts. Nobody reads the answers."""
        again = f"DO $$ BEGIN LOOP PERFORM * FROM ({sql}) AS it; END LOOP; END $$"
        told = ["-c", f"SET statement_timeout = '{LONGEST}s'", "-c", again]
        command = [str(engine().program), "exec", "--env", f"PGAPPNAME={NAME}", self.container, *_words(self), *told]
        asking = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(sessions)]
        try:
            self._wait(asking)
            yield
        finally:
            self._sessions("count(pg_terminate_backend(pid))")
            for each in asking:
                each.wait()
                cast("IO[bytes]", each.stderr).close()

    def _wait(self, asking: list["subprocess.Popen[bytes]"]) -> None:
        """Until all of them are at it. Raises LabError where one ends instead."""
        deadline = time.monotonic() + START_SECONDS
        while self._sessions("count(*) FILTER (WHERE state = 'active' AND query LIKE 'DO%')") < len(asking):
            for each in asking:
                if each.poll() is not None:
                    words = cast("IO[bytes]", each.stderr).read().decode(errors="replace").strip().splitlines()
                    raise LabError(f"{self.name} does not answer that: {words[0] if words else 'it left no word'}")
            if time.monotonic() > deadline:
                raise LabError(f"{self.name} takes no {len(asking)} sessions: ask with fewer")
            time.sleep(LOOK_SECONDS)

    def _sessions(self, what: str) -> int:
        """Something that is counted over the sessions that are ours."""
        ours = f"application_name = '{NAME}' AND datname = '{self.name}'"
        return int(self.ask(f"SELECT {what} FROM pg_stat_activity WHERE {ours}"))  # noqa: S608 - words of our own


def database(stage: Stage, name: str) -> Database:
    """A database of a stage, on the server that all share. Raises LabError where there is none of that name."""
    there = Database(name, running_of(stage)["postgres"])
    there.ask("SELECT 1")
    return there


@contextmanager
def apart(stage: Stage, name: str, *, cpus: float = 0.5) -> Iterator[Database]:
    """A copy of a stage's database on a PostgreSQL server of its own, with a limit of its own. It goes with the block.

    Raises LabError where the server does not start, or there is no such database.
    """
    there = database(stage, name)
    # Whoever asks within the container needs no password, and nobody else can reach it.
    with run(IMAGE, environment={"POSTGRES_PASSWORD": token_urlsafe()}, options=[f"--cpus={cpus:g}"]) as server:
        own = Database(name, server.id)
        _wait_ready(server)
        dump = said("exec", there.container, "pg_dump", "-U", SUPERUSER, "--no-owner", "--no-privileges", name)
        said("exec", server.id, "createdb", "-h", "127.0.0.1", "-U", SUPERUSER, name)
        said("exec", "--interactive", server.id, *_words(own), "-q", given=dump)
        yield own


def _wait_ready(server: Container) -> None:
    """While it makes its first database it answers within the container alone, so it is asked over TCP."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            server.run("pg_isready", "-q", "-h", "127.0.0.1", "-U", SUPERUSER)
            return
        except LabError as error:
            if not server.running or time.monotonic() > deadline:
                words = "\n".join(server.log().splitlines()[-5:])
                raise LabError("PostgreSQL does not start: its last words follow", detail=words) from error
            time.sleep(LOOK_SECONDS)


def _psql(database: Database, sql: str) -> str:
    return said("exec", database.container, *_words(database), "-AtXc", sql)


def _words(database: Database) -> list[str]:
    return ["psql", "-v", "ON_ERROR_STOP=1", "-U", SUPERUSER, "-d", database.name]
