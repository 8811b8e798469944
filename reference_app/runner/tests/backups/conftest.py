"""A stage that was started once: its secrets, a database with a word in it, and an uploaded file. Nothing runs."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from clever.runner.envfile import write_env
from clever.runner.places import StageFolder


@pytest.fixture
def database(folder: StageFolder) -> Path:
    return folder.databases / "tiny.sqlite3"


@pytest.fixture
def started_once(root: Path, folder: StageFolder, database: Path) -> None:
    folder.make()
    write_env(folder.secrets, {"SECRET_KEY_TINY": "of-monday"})
    write_env(folder.environment("tiny"), {"DATABASE_URL": f"sqlite:///{database}"})
    write_word(database, "monday")
    (folder.media("tiny") / "banners").mkdir(parents=True)
    (folder.media("tiny") / "banners" / "monday.png").write_bytes(b"a picture")


@pytest.fixture
def words(database: Path) -> Callable[[], list[str]]:
    """What the database says now."""

    def read() -> list[str]:
        with closing(sqlite3.connect(database)) as connection:
            return [word for (word,) in connection.execute("SELECT word FROM said ORDER BY rowid")]

    return read


def write_word(database: Path, word: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE IF NOT EXISTS said (word TEXT)")
        connection.execute("INSERT INTO said VALUES (?)", [word])


@pytest.fixture
def say(database: Path) -> Callable[[str], None]:
    """Add a word to the database."""
    return lambda word: write_word(database, word)
