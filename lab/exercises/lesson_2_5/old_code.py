"""2.5.2: what each migration does to code that was written before it. A real table says."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from lab.checks import Wrong, exercise

TABLE = (
    "CREATE TABLE campaign (id INTEGER PRIMARY KEY, name TEXT NOT NULL, active INTEGER NOT NULL, per_player INTEGER)"
)
READS = "SELECT id, name, active, per_player FROM campaign"
WRITES = "INSERT INTO campaign (name, active, per_player) VALUES ('Friday', 1, NULL)"
"""What Django says for the old models.py: it names every column that it knows, and no other."""

NOTHING, WRITING, ALL = "nothing", "writes", "reads and writes"


@dataclass(frozen=True)
class Migration:
    """An operation as Django writes it, and what a database is told."""

    operation: str
    statements: tuple[str, ...]


# SQLite changes a column by a new table: the rows are carried over, and the old one goes.
WITH_CHANNEL = (
    "ALTER TABLE campaign ADD COLUMN channel TEXT NOT NULL DEFAULT 'web'",  # the value is for the rows that are there
    "ALTER TABLE campaign RENAME TO before",
    """CREATE TABLE campaign (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, active INTEGER NOT NULL, per_player INTEGER, channel TEXT NOT NULL
    )""",
    "INSERT INTO campaign SELECT id, name, active, per_player, channel FROM before",
    "DROP TABLE before",
)
WITH_A_LIMIT = (
    "ALTER TABLE campaign RENAME TO before",
    """CREATE TABLE campaign (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, active INTEGER NOT NULL, per_player INTEGER NOT NULL
    )""",
    "INSERT INTO campaign SELECT id, name, active, per_player FROM before",
    "DROP TABLE before",
)

MIGRATIONS = {
    "note": Migration(
        'AddField("note", TextField(null=True))',
        ("ALTER TABLE campaign ADD COLUMN note TEXT NULL",),
    ),
    "channel": Migration(
        'AddField("channel", CharField(default="web"))',
        WITH_CHANNEL,
    ),
    "channel in the database": Migration(
        'AddField("channel", CharField(db_default="web"))',
        ("ALTER TABLE campaign ADD COLUMN channel TEXT NOT NULL DEFAULT 'web'",),
    ),
    "title": Migration(
        'RenameField("name", "title")',
        ("ALTER TABLE campaign RENAME COLUMN name TO title",),
    ),
    "no active": Migration(
        'RemoveField("active")',
        ("ALTER TABLE campaign DROP COLUMN active",),
    ),
    "always a limit": Migration(
        'AlterField("per_player", IntegerField(null=False))',
        WITH_A_LIMIT,
    ),
    "index": Migration(
        'AddIndex(Index(fields=["name"]))',
        ("CREATE INDEX by_name ON campaign (name)",),
    ),
}


@exercise(
    "2.5.2",
    hints=(
        "Old code names the columns that it knows. Which of them are gone? Those break reading, and writing with it.",
        "Old code says nothing for a column that it does not know. Who gives it a value then? default= does not.",
        "A limit that may be empty for the old code and not for the new table: what does the old code write?",
    ),
)
def old_code(answer: Any) -> str:
    """a dict: for each name of a migration "nothing", "writes" or "reads and writes" """
    if not isinstance(answer, dict):
        raise Wrong(f"A dict is wanted, from the migration's name to what breaks. You gave {type(answer).__name__}.")
    if missing := [name for name in MIGRATIONS if name not in answer]:
        raise Wrong(f"You say nothing of {missing[0]!r}.")
    if strange := [name for name in answer if name not in MIGRATIONS]:
        raise Wrong(f"There is no migration {strange[0]!r}.")
    for name, migration in MIGRATIONS.items():
        said, found = answer[name], breaks(migration)
        if said not in (NOTHING, WRITING, ALL):
            raise Wrong(f"{name}: {said!r} is none of {NOTHING!r}, {WRITING!r} and {ALL!r}.")
        if said != found:
            raise Wrong(f"{migration.operation}: we tried it with the old code, and of that it breaks {found}.")
    return "Right, and each was tried on a table. What only adds, and leaves old code room, nobody notices."


def breaks(migration: Migration) -> str:
    """What of the old code no longer works after the migration, tried on a table with a row in it."""
    with sqlite3.connect(":memory:") as database:
        database.execute(TABLE)
        database.execute("INSERT INTO campaign (name, active, per_player) VALUES ('Monday', 1, 1)")
        for statement in migration.statements:
            database.execute(statement)
        reads, writes = (_works(database, statement) for statement in (READS, WRITES))
    if reads and writes:
        return NOTHING
    return WRITING if reads else ALL


def _works(database: sqlite3.Connection, statement: str) -> bool:
    try:
        database.execute(statement)
    except sqlite3.Error:
        return False
    return True
