import sqlite3
from contextlib import closing

import psycopg
import pytest

from lab.data.ways import DRINKS, postgresql, sqlite


def test_said_nothing_else_sqlite_is_as_it_comes(tmp_path):
    way = sqlite(tmp_path)

    way.prepare()

    with closing(way.connect()) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert way.begin == "BEGIN DEFERRED"


def test_wal_is_what_the_reference_app_uses(tmp_path):
    way = sqlite(tmp_path, journal="WAL", begin="IMMEDIATE", timeout=20)

    way.prepare()

    with closing(way.connect()) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (1,)


def test_a_counter_is_made_anew(tmp_path):
    way = sqlite(tmp_path / "new folder", journal="WAL")
    way.prepare()
    with closing(way.connect()) as connection:
        connection.execute(way.write, [5, DRINKS - 1])
        assert way.total() == 5

    way.prepare()

    assert way.total() == 0


def test_two_ways_keep_two_counters(tmp_path):
    one, other = sqlite(tmp_path), sqlite(tmp_path, begin="IMMEDIATE")
    one.prepare()
    other.prepare()

    with closing(one.connect()) as connection:
        connection.execute(one.write, [5, 0])

    assert other.total() == 0


@pytest.mark.live
@pytest.mark.engine("postgresql")
def test_a_locked_row_is_not_read_by_another_writer(url):
    plain, locking = postgresql(url), postgresql(url, lock=True)
    plain.prepare()

    with locking.connect() as first, locking.connect() as second:
        first.execute("BEGIN")
        first.execute(locking.read, [0])
        second.execute("SET lock_timeout = '50ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            second.execute(locking.read, [0])
        assert second.execute(plain.read, [0]).fetchone() == (0,)
        first.execute("ROLLBACK")


def test_no_password_is_shown():
    assert "hunter2" not in repr(postgresql("postgresql://clever:hunter2@127.0.0.1:1/shop"))


def test_a_file_in_the_way_is_named_by_sqlite(tmp_path):
    (tmp_path / "delete-deferred.sqlite3").mkdir()

    with pytest.raises((sqlite3.Error, OSError)):
        sqlite(tmp_path).prepare()
