import sqlite3
import stat
import tarfile
from contextlib import closing

import pytest

from clever.runner import StageError
from clever.runner.backups import backup

pytestmark = pytest.mark.usefixtures("started_once")


def test_everything_is_in_one_file_for_its_owner_alone(root):
    content = backup("tiny", root / "monday.tar.gz")

    assert stat.S_IMODE((root / "monday.tar.gz").stat().st_mode) == 0o600
    with tarfile.open(root / "monday.tar.gz") as archive:
        assert archive.getnames() == [
            "content.json",
            "secrets.env",
            "databases/tiny.sqlite3",
            "media/tiny/banners/monday.png",
        ]
    assert (content.stage, content.databases, content.files) == ("tiny", {"tiny": "sqlite"}, 1)
    assert content.made_at.tzinfo is not None


def test_what_is_committed_is_in_it_and_what_is_not_is_not(root, database):
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("INSERT INTO said VALUES ('tuesday')")  # in the write-ahead log, not in the file
        writer.execute("BEGIN")
        writer.execute("INSERT INTO said VALUES ('wednesday')")

        backup("tiny", root / "tuesday.tar.gz")

    with tarfile.open(root / "tuesday.tar.gz") as archive:
        archive.extract("databases/tiny.sqlite3", root, filter="data")
    with closing(sqlite3.connect(root / "databases" / "tiny.sqlite3")) as saved:
        assert saved.execute("SELECT word FROM said").fetchall() == [("monday",), ("tuesday",)]


def test_a_file_that_is_there_is_left_alone(root):
    (root / "monday.tar.gz").write_text("last week's")

    with pytest.raises(StageError, match=r"monday.tar.gz: is there already; name another file"):
        backup("tiny", root / "monday.tar.gz")

    assert (root / "monday.tar.gz").read_text() == "last week's"


def test_a_database_that_is_away_leaves_no_half_backup(root, database):
    database.unlink()

    with pytest.raises(StageError, match=r"tiny.sqlite3: cannot be saved .*inv up"):
        backup("tiny", root / "monday.tar.gz")

    assert not list(root.glob("monday*"))
    assert not database.exists()


def test_a_stage_that_was_never_started_has_nothing_to_save(root, another_stage):
    with pytest.raises(StageError, match="other was never started here"):
        backup("other", root / "other.tar.gz")


def test_a_folder_that_is_not_there_is_named(root):
    with pytest.raises(StageError, match=r"missing/monday.tar.gz.part: No such file or directory"):
        backup("tiny", root / "missing" / "monday.tar.gz")
