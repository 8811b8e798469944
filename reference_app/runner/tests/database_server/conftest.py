"""The stage `tiny` on a PostgreSQL server of its own, with a manage.py that says in the database what it was asked."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from clever import runner
from clever.runner.addresses import of_the_last_start
from clever.runner.places import StageFolder
from clever.runner.stagefile import StageFile, load_stage

from ..stages import write

MANAGE = """
import os, signal, sys
from pathlib import Path
import psycopg

if sys.argv[1] == "complete_pending":
    signal.pause()
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    connection.execute("CREATE TABLE IF NOT EXISTS said (number serial, word text)")
    connection.execute("INSERT INTO said (word) VALUES (%s)", [sys.argv[1]])
if Path("hang-at-" + sys.argv[1]).exists():
    Path("hangs").touch()
    signal.pause()
"""

# Two databases, of which the second project opens both.
PAIR = """
name = "pair"
summary = "tiny, and a choir that looks into its database."
extends = "tiny"
ports = { tiny = 9301 }
nginx = { port = 9380 }

[projects.choir]
settings = "pair.choir.settings"
wsgi = "pair.choir.wsgi"
port = 9302
database = "choir"
opens = ["tiny"]
apps = ["choir"]
processes = { choir = "gunicorn" }
"""


def bring_postgresql(stage: Path) -> None:
    """Let the stage in this folder, one of `write_stage`, bring its own server."""
    (stage / "manage.py").write_text(MANAGE)
    file = stage / "stage.toml"
    file.write_text(f'database_server = "postgresql"\n{file.read_text()}')


@pytest.fixture
def tiny(root: Path) -> StageFile:
    """The stage, which is not started yet."""
    bring_postgresql(root / "stages" / "tiny")
    return load_stage("tiny", root)


@pytest.fixture
def pair(root: Path, tiny: StageFile) -> StageFile:
    write(root, "pair", PAIR)
    return load_stage("pair", root)


@pytest.fixture
def pairs_folder(pair: StageFile, root: Path) -> Iterator[StageFolder]:
    folder = StageFolder.of("pair", root)
    folder.make()
    yield folder
    runner.down("pair", root=root)


@pytest.fixture
def ask(tiny: StageFile, folder: StageFolder) -> Callable[..., list[str]]:
    """`ask("SELECT ...")`: the first column of the answer, out of the database that the last start of `tiny` had."""
    psycopg = pytest.importorskip("psycopg")

    def answers(query: str, values: Sequence[str] = ()) -> list[str]:
        with psycopg.connect(of_the_last_start(tiny, folder)["tiny"]) as connection:
            found = connection.execute(query, values)
            return [row[0] for row in found] if found.description else []

    return answers


@pytest.fixture
def words(ask: Callable[..., list[str]]) -> Callable[[], list[str]]:
    """What the database of `tiny` says now."""
    return lambda: ask("SELECT word FROM said ORDER BY number")


@pytest.fixture
def say(ask: Callable[..., list[str]]) -> Callable[[str], object]:
    """Add a word to it."""
    return lambda word: ask("INSERT INTO said (word) VALUES (%s)", [word])
