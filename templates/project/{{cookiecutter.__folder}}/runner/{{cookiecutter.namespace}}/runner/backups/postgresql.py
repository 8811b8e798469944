"""A PostgreSQL database as a file of SQL. PostgreSQL's own client programs do the work."""

import os
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

from {{ cookiecutter.namespace }}.runner.engines.programs import ENGINES, Programs, find_any
from {{ cookiecutter.namespace }}.runner.errors import StageError

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


def dump(url: str, target: Path) -> None:
    """Write what the database holds at this moment. Raises StageError where it cannot be asked."""
    # Whoever restores it owns it then: users and their rights are the server's, not the stage's.
    _run("pg_dump", url, "--no-owner", "--no-privileges", f"--file={target}")


def load(saved: Path, url: str) -> None:
    """Let the file take the place of all that the database holds, or change nothing. Raises StageError."""
    options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
    _run("psql", url, *options, f"--command={EMPTY}", f"--file={saved}")


def holds_tables(url: str) -> bool:
    """Whether there is anything in it. Raises StageError where it cannot be asked."""
    return _run("psql", url, "--no-psqlrc", "--tuples-only", "--no-align", f"--command={TABLES}").strip() != "0"


def _run(program: str, url: str, *options: str) -> str:
    found = find_any(Programs((program,), folders=ENGINES["postgresql"].folders))
    if found is None:
        raise StageError(f"{program} is not installed; it comes with PostgreSQL, which `inv doctor --install` gets")
    address, password = _without_password(url)
    secret = {"PGPASSWORD": password} if password else {}  # everybody can read a command line
    command = [str(found), f"--dbname={address}", *options]
    done = subprocess.run(command, env={**os.environ, **secret}, capture_output=True, text=True, errors="replace")
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or ["no reason given"]
        raise StageError(f"{program} failed: {lines[0]}")
    return done.stdout


def _without_password(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    user, _, host = parts.netloc.rpartition("@")
    name, _, password = user.partition(":")
    return parts._replace(netloc=f"{name}@{host}" if name else host).geturl(), unquote(password)
