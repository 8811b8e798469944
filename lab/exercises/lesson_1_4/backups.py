"""1.4.3: a backup of a database in use."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lab.checks import Wrong, exercise


@exercise(
    "1.4.3",
    hints=(
        "Not the file system knows what belongs to a database, but the database.",
        "sqlite3.Connection has a method `backup`, which takes another connection.",
        "`with sqlite3.connect(...)` commits at its end, and does not close. contextlib.closing does.",
    ),
)
def backup(answer: Any) -> str:
    """a function that takes two paths, source and target"""
    with TemporaryDirectory() as folder, _in_use(Path(folder) / "books.sqlite3") as (source, writer):
        target = Path(folder) / "copy.sqlite3"
        for day in ("the first", "the second"):
            answer(source, target)
            with closing(sqlite3.connect(source)) as connection:
                [committed] = connection.execute("SELECT count(*) FROM sale").fetchone()
            found = _rows_of(target, Path(folder) / "elsewhere" / "copy.sqlite3")
            if found != committed:
                raise Wrong(
                    f"{day.capitalize()} backup was taken while others read and write. {committed} sales had been "
                    f"committed, and the copy, looked at by itself, holds {found}."
                )
            writer.execute("COMMIT")
            writer.execute("BEGIN")
            writer.execute("INSERT INTO sale VALUES ('hongcha')")
        writer.execute("COMMIT")
    return "Right: whole, in one file, and nobody had to stop working. (Now restore it once. Then it is a backup.)"


@contextmanager
def _in_use(file: Path) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """A database in WAL mode that somebody reads, and that somebody else is about to write to."""
    with (
        closing(sqlite3.connect(file, isolation_level=None)) as writer,
        closing(sqlite3.connect(file, isolation_level=None)) as reader,
    ):
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("CREATE TABLE sale (drink TEXT)")
        writer.executemany("INSERT INTO sale VALUES (?)", [("latte",)] * 50)
        writer.execute("PRAGMA wal_checkpoint")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sale").fetchone()
        writer.executemany("INSERT INTO sale VALUES (?)", [("mocha",)] * 50)
        writer.execute("BEGIN")
        writer.execute("INSERT INTO sale VALUES ('cold brew')")
        yield file, writer


def _rows_of(target: Path, elsewhere: Path) -> int:
    """How many sales the copy holds when it stands by itself, in another folder."""
    if not target.exists():
        raise Wrong(f"There is no file at the target afterwards. It is called {target.name}.")
    elsewhere.parent.mkdir(exist_ok=True)
    shutil.copy(target, elsewhere)
    try:
        with closing(sqlite3.connect(elsewhere)) as copy:
            [sound] = copy.execute("PRAGMA integrity_check").fetchone()
            if sound != "ok":
                raise Wrong(f"SQLite says of your copy: {sound}")
            return int(copy.execute("SELECT count(*) FROM sale").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise Wrong(f"SQLite says of your copy, looked at by itself: {error}") from error
    finally:
        shutil.rmtree(elsewhere.parent)
