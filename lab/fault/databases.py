"""A database that is not there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lab.errors import LabError
from lab.fault.holding import LONGEST, hold
from lab.running.stages import Stage
from lab.where import ROOT

if TYPE_CHECKING:
    from clever.runner.engines.postgresql import PostgreSQL


@contextmanager
def database_away(
    stage: Stage, database: str = "", *, server: "PostgreSQL | None" = None, seconds: float = LONGEST
) -> Iterator[None]:
    """Take a stage's database away for a block; afterwards it is there again, with all it held.

    SQLite: the file's name leads nowhere, so that whoever opens the database gets an error at once. A connection that
    is open already keeps the file itself, as it would after `mv`. PostgreSQL: `server` is the private server that the
    stage stands on, and is stopped as by a power cut. Any other server is somebody's, and is left alone.
    `database` is needed only where a stage has several.
    Raises LabError for an unknown database, and where a private server is needed.
    """
    url = _url(stage, database)
    if urlsplit(url).scheme != "sqlite":
        with _stopped(_own(server, url)):
            yield
        return
    file = _file(stage, url)
    if not file.exists():
        raise LabError(f'{stage.name} has no database at {file.name}: start it with lab.up("{stage.name}")')
    with hold("aside", str(file), f"{file}.away", seconds=seconds):
        yield


@contextmanager
def _stopped(server: "PostgreSQL") -> Iterator[None]:
    from clever.runner import StageError

    try:
        server.stop(mode="immediate")
        try:
            yield
        finally:
            server.start()
    except StageError as error:
        raise LabError(str(error)) from error


def _own(server: "PostgreSQL | None", url: str) -> "PostgreSQL":
    if server is None:
        raise LabError("this stage is on PostgreSQL: name the private server that you started, server=...")
    if urlsplit(url).port != server.port:
        raise LabError(f"the stage is not on this server: its database is at port {urlsplit(url).port}")
    return server


def _url(stage: Stage, database: str) -> str:
    """The DATABASE_URL that the running stage uses."""
    from clever.runner import StageError, load_stage
    from clever.runner.envfile import read_env
    from clever.runner.places import StageFolder

    try:
        tables = load_stage(stage.name, ROOT)
        known = tables.databases
        if database not in known and (database or len(known) != 1):
            asked = f"no database {database!r}" if database else "several databases"
            raise LabError(f"{stage.name} has {asked}: name one of {', '.join(known)}")
        wanted = database or known[0]
        project = next(name for name, one in tables.projects.items() if one.database == wanted)
        return read_env(StageFolder.of(stage.name, ROOT).environment(project))["DATABASE_URL"]
    except (StageError, OSError, KeyError) as error:
        raise LabError(f'{stage.name} is not up ({error}): start it with lab.up("{stage.name}")') from error


def _file(stage: Stage, url: str) -> Path:
    from clever.runner import load_stage

    # Seen from the stage's folder, in which its programs run, unless it is a whole path.
    return load_stage(stage.name, ROOT).sources / unquote(urlsplit(url).path)[1:]
