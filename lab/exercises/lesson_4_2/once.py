"""4.2.2: counted once a day, also where somebody taps twice in the same moment."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Barrier
from typing import Any

from lab.checks import Wrong, exercise

TABLE = "CREATE TABLE records (player TEXT NOT NULL, day TEXT NOT NULL, UNIQUE (player, day))"
ADD = "INSERT INTO records (player, day) VALUES (?, ?)"
TAPS = 8

Answer = Callable[[sqlite3.Connection, str, str], Any]


class Unlucky(sqlite3.Connection):
    """A connection to `file`. Right after it has read something, somebody else writes Mina's Monday down."""

    file = ""
    taken = False  # whether somebody else was quicker

    def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
        found = super().execute(sql, *arguments)
        if sql.lstrip().upper().startswith(("SELECT", "WITH")):
            # Whoever holds the database while reading has shut the others out: they come later.
            with (
                suppress(sqlite3.OperationalError, sqlite3.IntegrityError),
                closing(sqlite3.connect(self.file, timeout=0, isolation_level=None)) as other,
            ):
                other.execute(ADD, ("mina", "monday"))
                self.taken = True
        return found


@exercise(
    "4.2.2",
    hints=(
        "Between looking and writing there is a moment, and another may write in it. So do not look: write, and see.",
        "`INSERT ... ON CONFLICT DO NOTHING` does both in one statement. The cursor's `rowcount` says what came of it.",
    ),
)
def check_in(answer: Answer) -> str:
    """a function of a connection, a player and a day, which returns True for the first time that day, or else False"""
    with _database() as file:
        _expect_each_day_once(answer, file)
    with _database() as file:
        _expect_no_harm_between(answer, file)
    with _database() as file:
        _expect_one_of_many(answer, file)
    return "Right. The database says who was first, in one statement. Nobody can get in between."


def _expect_each_day_once(answer: Answer, file: str) -> None:
    visits = [("mina", "monday", True), ("mina", "monday", False), ("mina", "tuesday", True), ("ben", "monday", True)]
    for player, day, wanted in [*visits, ("mina", "monday", False)]:
        with _connected(file) as db:
            got = _asked(answer, db, player, day, f"{player} comes on {day}")
        if got is not wanted:
            times = "for the first time" if wanted else "once more"
            raise Wrong(f"{player} comes on {day} {times}: {wanted} is wanted, and you return {got!r:.40}.")
    if (there := _rows(file)) != 3:
        raise Wrong(f"After three different days there are {there} rows.")


def _expect_no_harm_between(answer: Answer, file: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None, factory=Unlucky)) as db:
        db.file = file
        when = "Right after your SELECT, another tap of Mina's is written down"
        got = _asked(answer, db, "mina", "monday", when)
        second = db.taken
    if second and got is not False:
        raise Wrong(f"{when}. You return {got!r:.40}: both get the reward.")


def _expect_one_of_many(answer: Answer, file: str) -> None:
    together = Barrier(TAPS)

    def tap(_: int) -> Any:
        with _connected(file) as db:
            together.wait(10)
            return _asked(answer, db, "mina", "monday", f"{TAPS} taps come at the same time")

    with ThreadPoolExecutor(TAPS) as fingers:
        firsts = sum(got is True for got in fingers.map(tap, range(TAPS)))
    if firsts != 1:
        raise Wrong(f"{TAPS} taps come at the same time: one of them is the first, and {firsts} were told so.")


def _asked(answer: Answer, db: sqlite3.Connection, player: str, day: str, when: str) -> Any:
    try:
        return answer(db, player, day)
    except sqlite3.IntegrityError as error:
        raise Wrong(f"{when}: your INSERT raises IntegrityError ({error}), and Mina sees an error page.") from error


@contextmanager
def _database() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="once-") as folder:
        file = str(Path(folder) / "records.sqlite3")
        with _connected(file) as db:
            db.execute("PRAGMA journal_mode = WAL")  # who reads keeps nobody from writing
            db.execute(TABLE)
        yield file


@contextmanager
def _connected(file: str) -> Iterator[sqlite3.Connection]:
    """A connection on which each statement is a transaction, unless one is begun."""
    with closing(sqlite3.connect(file, timeout=20, isolation_level=None)) as db:
        yield db


def _rows(file: str) -> int:
    with _connected(file) as db:
        return int(db.execute("SELECT count(*) FROM records").fetchone()[0])
