import time
from contextlib import closing
from random import Random

import pytest

from lab.data.selling import REFUSALS, sell, sell_until
from lab.data.ways import sqlite


@pytest.fixture
def way(tmp_path):
    way = sqlite(tmp_path, journal="WAL", timeout=0.05)
    way.prepare()
    return way


def test_a_sale_is_in_the_counter(way):
    with closing(way.connect()) as connection:
        sell(way, connection, 3)
        sell(way, connection, 3)

    assert way.total() == 2


def test_a_refused_sale_leaves_the_connection_ready_for_the_next(way):
    with closing(way.connect()) as connection, closing(way.connect()) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(REFUSALS, match="locked"):
            sell(way, connection, 0)
        other.execute("COMMIT")

        sell(way, connection, 0)

    assert way.total() == 1


def test_what_was_sold_and_what_was_refused_is_counted(way):
    with closing(way.connect()) as connection, closing(way.connect()) as other:
        sold = sell_until(time.monotonic() + 0.1, way, connection, Random(1))
        other.execute("BEGIN IMMEDIATE")
        refused = sell_until(time.monotonic() + 0.1, way, connection, Random(1))

    assert len(sold.times) == way.total() > 0
    assert min(sold.times) >= 2, "it thinks for 2 ms between reading and writing"
    assert not sold.refusals
    assert not refused.times
    assert refused.refusals["database is locked"] == refused.refusals.total() > 0


def test_after_the_deadline_nobody_sells(way):
    with closing(way.connect()) as connection:
        done = sell_until(time.monotonic(), way, connection, Random(1))

    assert not done.times
    assert way.total() == 0
