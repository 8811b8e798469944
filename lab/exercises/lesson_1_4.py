"""Checks for lesson 1.4, The data."""

import inspect
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any, cast

from lab.checks import Wrong, exercise
from lab.exercises.renaming import STEPS, rename

WRITES = re.compile(r"\b(UPDATE|INSERT|REPLACE|DELETE)\b", re.IGNORECASE)
READS = re.compile(r"\bSELECT\b", re.IGNORECASE)


class _Till(sqlite3.Connection):
    """A connection during whose first read-then-write another till sells a cup."""

    onlooker: sqlite3.Connection  # sees what others see
    rival: sqlite3.Connection | None = None  # sells when the moment has come
    has_read = False
    rivals_sale = 0
    fewest = 0  # cups that anybody else has seen, where there were fewer than none

    def cursor(self, *_: Any, **__: Any) -> Any:
        return super().cursor(_Cursor)

    def execute(self, *arguments: Any) -> Any:
        return self.cursor().execute(*arguments)  # sqlite3's own would take a cursor that is not ours

    def executemany(self, *arguments: Any) -> Any:
        return self.cursor().executemany(*arguments)

    def before(self, statement: str) -> None:
        self.fewest = min(self.fewest, _cups(self.onlooker))
        if WRITES.search(statement):
            if self.has_read and self.rival is not None:
                self.rivals_sale = _sell_elsewhere(self.rival)
                self.rival = None
        elif READS.search(statement):
            self.has_read = True


class _Cursor(sqlite3.Cursor):
    def execute(self, statement: str, *parameters: Any) -> Any:
        cast("_Till", self.connection).before(statement)
        return super().execute(statement, *parameters)

    def executemany(self, statement: str, *parameters: Any) -> Any:
        cast("_Till", self.connection).before(statement)
        return super().executemany(statement, *parameters)


def _sell_elsewhere(rival: sqlite3.Connection) -> int:
    """Cups that the other till could sell: 1, or 0 where it was made to wait."""
    try:
        return rival.execute("UPDATE stock SET cups = cups - 1 WHERE drink = 'latte' AND cups > 0").rowcount
    except sqlite3.OperationalError:
        return 0


@contextmanager
def _stock(cups: int) -> Iterator[tuple[_Till, sqlite3.Connection]]:
    """The reader's till and another one, on the same file; so many cups of latte are left."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "stock.sqlite3"
        with (
            closing(sqlite3.connect(file, isolation_level=None, timeout=0, factory=_Till)) as till,
            closing(sqlite3.connect(file, isolation_level=None, timeout=0)) as rival,
        ):
            rival.execute("PRAGMA journal_mode=WAL")
            rival.execute("CREATE TABLE stock (drink TEXT PRIMARY KEY, cups INTEGER NOT NULL)")
            rival.execute("INSERT INTO stock VALUES ('latte', ?), ('mocha', 5)", [cups])
            till.onlooker = rival
            yield till, rival


@exercise(
    "1.4.1",
    hints=(
        "Who reads first and decides then has decided on what was. Can the database decide while it writes?",
        "UPDATE ... SET cups = cups - 1 takes one from whatever is there now. A WHERE can hold it back.",
        "connection.execute(...) returns a cursor, and its rowcount says how many rows an UPDATE has changed.",
    ),
)
def sell(answer: Any) -> str:
    """a function that takes a connection and a drink, and returns whether a cup was sold"""
    with _stock(2) as (till, rival):
        got = [_sold(answer, till, "latte") for _ in range(3)]
        left = _cups(rival)
        if till.fewest < 0 and left >= 0:
            raise Wrong(
                f"You put it right again, but for a moment everybody could see that {till.fewest} cups are left."
            )
        if left < 0:
            raise Wrong(f"There were 2 cups, three guests came, and now there are {left}. Who drinks those?")
        if got != [True, True, False]:
            raise Wrong(f"There were 2 cups. For three guests you said {got}: it should be True, True, False.")
        if left != 0:
            raise Wrong(f"2 cups were there and 2 were sold, and {left} are left.")
        if _sold(answer, till, "petrol"):
            raise Wrong("You sold a cup of petrol, which is not in stock at all.")
        [mocha] = rival.execute("SELECT cups FROM stock WHERE drink = 'mocha'").fetchone()
        if mocha != 5:
            raise Wrong(f"Nobody asked for mocha, and of its 5 cups {mocha} are left.")
    with _stock(1) as (till, rival):
        till.rival = rival
        sold = int(_sold(answer, till, "latte")) + till.rivals_sale
        if sold != 1 or _cups(rival) != 0:
            raise Wrong(
                f"One cup was left. Between your reading and your writing another till sold one too: together {sold} "
                f"were sold, and the table says that {_cups(rival)} are left."
            )
    return "Right. However many tills there are, the last cup is sold once."


def _sold(answer: Any, till: _Till, drink: str) -> bool:
    try:
        got = answer(till, drink)
    except sqlite3.OperationalError as error:
        if till.rivals_sale:
            raise Wrong(
                f"Another till sold a cup between your reading and your writing, and your guest got an error: {error}."
            ) from error
        raise
    if till.in_transaction:
        raise Wrong("After the sale your transaction is still open, and nobody else can sell.")
    if not isinstance(got, bool):
        raise Wrong(f"For {drink} you returned {got!r}: True if a cup was sold, False if there was none.")
    return got


def _cups(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT cups FROM stock WHERE drink = 'latte'").fetchone()[0])


@exercise(
    "1.4.2",
    hints=(
        "First what only adds, and last what takes away.",
        "Rows that are copied while somebody still writes only the old column: who copies those that come after?",
        "add, write both, copy, and then the same backwards: read new, write new only, drop.",
    ),
)
def rename_order(answer: Any) -> str:
    """a list of the six steps, in the order in which they are taken"""
    if not isinstance(answer, list | tuple) or sorted(map(str, answer)) != sorted(STEPS):
        raise Wrong(f"Each of the six steps once, please: {', '.join(STEPS)}. You have {answer!r}.")
    trouble = rename(answer)
    if trouble:
        raise Wrong(trouble)
    return "Right. Six dull steps, and at none of them does anybody notice. That is what it costs, and why it is done."


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


SALE, SESSION = (SimpleNamespace(_meta=SimpleNamespace(app_label=name)) for name in ("cafe", "sessions"))


@exercise(
    "1.4.4",
    hints=(
        "Four methods: db_for_read, db_for_write, allow_relation, allow_migrate. Look at the router of the lesson.",
        "model._meta.app_label is the app's name: 'cafe', or 'sessions'.",
        "A router that returns None has no opinion, and Django goes by its own. To refuse, return False.",
    ),
)
def router(answer: Any) -> str:
    """a class with the four methods of a database router"""
    if not isinstance(answer, type):
        raise Wrong(f"A router is a class, and yours is {answer!r}.")
    made = answer()
    for model, name in ((SALE, "cafe"), (SESSION, "sessions")):
        _expect(made, "db_for_write", (model,), {"instance": None}, "default", f"A model of {name} is written")
    _expect(made, "db_for_read", (SALE,), {}, "replica", "A model of cafe is read")
    why = "Who has just logged in must be known at once, so a session is read"
    _expect(made, "db_for_read", (SESSION,), {}, "default", why)
    one, other = (SimpleNamespace(_state=SimpleNamespace(db=name)) for name in ("default", "replica"))
    _expect(made, "allow_relation", (one, other), {}, True, "Both databases hold the same rows, so a relation is fine")
    hints = {"model_name": "sale"}
    # None is no opinion, and where no router has one, Django migrates.
    _expect(made, "allow_migrate", ("default", "cafe"), hints, True, "The primary gets its tables", or_else=None)
    why = "A replica gets its tables from the primary (and None would let Django migrate it)"
    for app in ("cafe", "sessions"):
        _expect(made, "allow_migrate", ("replica", app), hints, False, why)
    return "Right. Reads are spread, writes are not, and nobody is logged out by a third of a second."


def _expect(
    router: Any, method: str, arguments: tuple[Any, ...], hints: Any, wanted: object, why: str, **accepted: object
) -> None:
    """Ask the router as Django does. Another answer is `accepted` where Django takes it for the same."""
    said = f"{method}({', '.join(_word(one) for one in arguments)})"
    asked = getattr(router, method, None)
    if asked is None:
        raise Wrong(f"{why}: {method} should say {wanted!r}, and you have no {method}.")
    try:
        inspect.signature(asked).bind(*arguments, **hints)
    except TypeError as error:
        raise Wrong(f"Django calls {method} with more than you take ({error}): let it end in **hints.") from error
    got = asked(*arguments, **hints)
    if got != wanted and got not in accepted.values():
        raise Wrong(f"{why}: {said} should be {wanted!r}, and yours is {got!r}.")


def _word(argument: Any) -> str:
    if isinstance(argument, str):
        return repr(argument)
    known = {id(SALE): "Sale", id(SESSION): "Session"}
    return known.get(id(argument)) or f"an object of {argument._state.db}"
