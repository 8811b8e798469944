import threading

import psycopg
import pytest

import lab
from lab.data import queue, until_queued

pytestmark = [pytest.mark.live, pytest.mark.engine("postgresql")]


@pytest.fixture
def table(url):
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE sale (id serial)")
    return url


def test_who_waits_is_shown_and_for_whom(table):
    def alter():
        with psycopg.connect(table, autocommit=True) as connection:
            connection.execute("ALTER TABLE sale ADD COLUMN note text")

    waiting = threading.Thread(target=alter)
    with psycopg.connect(table) as report:
        report.execute("SELECT count(*) FROM sale")
        waiting.start()
        until_queued(table, "ALTER TABLE sale")
        first, second = queue(table).rows
    waiting.join()

    assert first[1:] == ["(idle in transaction) SELECT count(*) FROM sale", "nobody"]
    assert second[1:] == ["ALTER TABLE sale ADD COLUMN note text", first[0]]


def test_nobody_waits(table):
    assert queue(table).text() == "Nobody waits."
    with pytest.raises(lab.LabError, match="no statement that begins with 'ALTER'"):
        until_queued(table, "ALTER", seconds=0.1)
