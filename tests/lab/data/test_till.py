import psycopg
import pytest

import lab
from lab.data import till

pytestmark = [pytest.mark.live, pytest.mark.engine("postgresql")]

SALE = "INSERT INTO sale DEFAULT VALUES"


@pytest.fixture
def table(url):
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE sale (id serial)")
    return url


def test_it_sells_until_its_block_ends(table):
    with till(table, SALE) as one:
        sold = one.sold_in(0.3)

    assert sold > 3
    with psycopg.connect(table) as connection:
        [rows] = connection.execute("SELECT count(*) FROM sale").fetchone()
    assert rows == one.sold + 1, "the first sale was the trial"
    with pytest.raises(lab.LabError, match="its block has ended"):
        one.sold_in(0.1)


def test_it_sells_nothing_while_the_table_is_locked_and_closes_all_the_same(table):
    with psycopg.connect(table) as connection, till(table, SALE) as one:
        connection.execute("LOCK TABLE sale")
        one.sold_in(0.1)  # a sale that was on its way when the lock came

        assert one.sold_in(0.3) == 0


def test_a_sale_that_is_refused_is_said_at_once(url):
    with pytest.raises(lab.LabError, match='the till cannot sell: relation "sale" does not exist'), till(url, SALE):
        pass


def test_a_till_that_breaks_down_says_so(table):
    with till(table, SALE) as one:
        with psycopg.connect(table) as connection:
            connection.execute("DROP TABLE sale")
        with pytest.raises(lab.LabError, match='relation "sale" does not exist'):
            one.sold_in(1)
