"""A PostgreSQL database as a file of SQL. PostgreSQL's own client programs do the work."""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from urllib.parse import unquote, urlsplit

from {{ cookiecutter.namespace }}.runner.engines.programs import ENGINES, Programs, find_any
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.houses import Database
from {{ cookiecutter.namespace }}.runner.ports import HOST

TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"

# What was there goes first, tables of later releases among it, in one transaction with what comes. Not the schema as a
# whole: extensions live in it that only a superuser may put back.
EMPTY = """
DO $$
DECLARE each record;
BEGIN
  FOR each IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP TABLE public.%I CASCADE', each.name);
  END LOOP;
  FOR each IN SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP SEQUENCE public.%I CASCADE', each.name);
  END LOOP;
END $$
"""


# The last word of what is put back, and whether it was heard: a stream that is cut off ends as a whole one does.
WHOLE = b"\nSET {{ cookiecutter.namespace }}.whole = 'yes';\n"
MUST_BE_WHOLE = """
DO $$ BEGIN
  IF current_setting('{{ cookiecutter.namespace }}.whole', true) IS DISTINCT FROM 'yes' THEN
    RAISE 'what was put back ended too early';
  END IF;
END $$
"""

PORT = 5432  # of a server, for those in its container


def dump(database: Database, target: Path) -> None:
    """Write what the database holds at this moment. Raises StageError where it cannot be asked."""
    # Whoever restores it owns it then: users and their rights are the server's, not the stage's.
    with target.open("wb") as stream:
        _run("pg_dump", database, "--no-owner", "--no-privileges", into=stream)


def load(saved: Path, database: Database) -> None:
    """Let the file take the place of all that the database holds, or change nothing. Raises StageError."""
    options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
    commands = (f"--command={EMPTY}", "--file=-", f"--command={MUST_BE_WHOLE}")
    _run("psql", database, *options, *commands, given=saved)


def holds_tables(database: Database) -> bool:
    """Whether there is anything in it. Raises StageError where it cannot be asked."""
    options = ("--no-psqlrc", "--tuples-only", "--no-align", f"--command={TABLES}")
    with TemporaryFile() as said:
        _run("psql", database, *options, into=said)
        said.seek(0)
        return said.read().strip() != b"0"


def _run(
    program: str,
    database: Database,
    *options: str,
    given: Path | None = None,
    into: IO[bytes] | int = subprocess.DEVNULL,
) -> None:
    """Run one of PostgreSQL's programs, which reads the file `given` and writes `into` another one."""
    address, password = _without_password(database)
    secret = {"PGPASSWORD": password} if password else {}  # everybody can read a command line
    command = [*_called(program, database), f"--dbname={address}", *options]
    with TemporaryFile() as complaints:
        source = subprocess.PIPE if given else subprocess.DEVNULL
        with subprocess.Popen(
            command, env={**os.environ, **secret}, stdin=source, stdout=into, stderr=complaints
        ) as process:
            if given and process.stdin:
                with suppress(BrokenPipeError), process.stdin as stream:  # it says itself why it wants no more
                    _feed(given, stream)
        if process.returncode != 0:
            complaints.seek(0)
            lines = complaints.read().decode(errors="replace").strip().splitlines() or ["no reason given"]
            raise StageError(f"{program} failed: {lines[0]}")


def _feed(file: Path, stream: IO[bytes]) -> None:
    with file.open("rb") as saved:
        shutil.copyfileobj(saved, stream)
    stream.write(WHOLE)


def _called(program: str, database: Database) -> list[str]:
    """How a program is called: beside the server, where that is in a container, since only those of its version fit."""
    if database.within:
        return [*database.within, program]
    found = find_any(Programs((program,), folders=ENGINES["postgresql"].folders))
    if found is None:
        raise StageError(f"{program} is not installed; it comes with PostgreSQL, which `inv doctor --install` gets")
    return [str(found)]


def _without_password(database: Database) -> tuple[str, str]:
    parts = urlsplit(database.url)
    user, _, host = parts.netloc.rpartition("@")
    name, _, password = user.partition(":")
    host = f"{HOST}:{PORT}" if database.within else host
    return parts._replace(netloc=f"{name}@{host}" if name else host).geturl(), unquote(password)
