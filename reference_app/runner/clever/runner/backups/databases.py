"""One database out into a file, and back. Each kind is asked to do it itself: files alone do not tell what is whole."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

from clever.runner.addresses import sqlite_file
from clever.runner.backups.content import Kind
from clever.runner.backups.postgresql import dump, holds_tables, load
from clever.runner.errors import StageError
from clever.runner.houses import Database

ROOT = Path("/")  # what is at hand has a whole path
BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database; it belongs to the old one


def kind_of(url: str) -> Kind:
    """What a DATABASE_URL leads to. Raises StageError for what we cannot save."""
    scheme = urlsplit(url).scheme
    if scheme == "sqlite":
        return "sqlite"
    if scheme in {"postgres", "postgresql"}:
        return "postgresql"
    raise StageError(f"a database behind {scheme or 'no scheme'!r} cannot be saved: only sqlite and postgresql can")


def save(database: Database, target: Path) -> None:
    """Save what has been committed, while others go on reading and writing.

    Raises StageError where there is no database, or it cannot be read.
    """
    if kind_of(database.url) == "postgresql":
        dump(database, target)
        return
    source = sqlite_file(database.url, ROOT)
    there_is = f"{source.resolve().as_uri()}?mode=ro"  # looking for a database must not make one
    try:
        with closing(sqlite3.connect(there_is, uri=True)) as here, closing(sqlite3.connect(target)) as there:
            here.backup(there)
    except sqlite3.Error as error:
        raise StageError(f"{source}: cannot be saved ({error}); start the stage once, with inv up") from error


def is_empty(database: Database) -> bool:
    """Whether there is nothing in it that a restore would put an end to."""
    if kind_of(database.url) == "postgresql":
        return not holds_tables(database)
    return not sqlite_file(database.url, ROOT).exists()


def put_back(saved: Path, database: Database) -> None:
    """Let `saved` take the place of the database, whole or not at all. Nobody may be using it."""
    if kind_of(database.url) == "postgresql":
        load(saved, database)
        return
    target = sqlite_file(database.url, ROOT)
    _must_be_sound(saved)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")  # beside it: it may be on another disk than `saved`
    shutil.copyfile(saved, part)
    part.chmod(0o600)
    for ending in BESIDE:
        with suppress(FileNotFoundError):
            target.with_name(target.name + ending).unlink()
    part.replace(target)


def _must_be_sound(file: Path) -> None:
    try:
        with closing(sqlite3.connect(file)) as connection:
            [said] = connection.execute("PRAGMA quick_check").fetchone()
            connection.execute("PRAGMA journal_mode=DELETE")  # no second file beside it when it is moved
    except sqlite3.Error as error:
        said = str(error)
    if said != "ok":
        raise StageError(f"{file.name} in the backup is damaged: {said}")
