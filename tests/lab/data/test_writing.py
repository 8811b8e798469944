import pytest

import lab
from lab.data import postgresql, sqlite, writers


def test_transactions_that_read_and_then_write_refuse_each_other_on_sqlite(tmp_path):
    for journal in ("DELETE", "WAL"):
        sales = writers({"deferred": sqlite(tmp_path, journal=journal)}, writers=[1, 8], seconds=0.5)

        assert sales["deferred", 1].refused == 0
        assert sales["deferred", 8].refusals["database is locked"] > 0
        assert sales["deferred", 8].lost == 0


def test_transactions_that_take_their_lock_first_wait_and_are_not_refused(tmp_path):
    way = sqlite(tmp_path, journal="WAL", begin="IMMEDIATE", timeout=20)

    sales = writers({"immediate": way}, writers=[8], seconds=0.5)

    assert sales["immediate", 8].sold > 8
    assert sales["immediate", 8].refused == 0
    assert sales["immediate", 8].lost == 0


@pytest.mark.live
@pytest.mark.engine("postgresql")
def test_postgresql_loses_what_was_read_without_a_lock(url):
    ways = {"reads": postgresql(url), "locks": postgresql(url, lock=True)}

    sales = writers(ways, writers=[8], seconds=0.5)

    assert sales["reads", 8].refused == sales["locks", 8].refused == 0
    assert sales["reads", 8].lost > 0
    assert sales["locks", 8].lost == 0


def test_nobody_at_no_counter_is_an_error(tmp_path):
    with pytest.raises(lab.LabError, match="who sells, and where"):
        writers({}, writers=[1])
    with pytest.raises(lab.LabError, match=r"1 ways and \[0\] writers"):
        writers({"one": sqlite(tmp_path)}, writers=[0])
