from collections import Counter

import pytest

import lab
from lab.data.sales import Sales, Shift
from lab.data.selling import Done


def shift(way="one", writers=2, *, times=(1.0, 2.0), refused=0, counted=2):
    half = len(times) // 2
    refusals = Counter({"database is locked": refused})
    return Shift(way, writers, [Done(list(times[:half])), Done(list(times[half:]), refusals)], counted)


def test_a_shift_adds_its_writers_up():
    one = shift(times=[float(ms) for ms in range(100, 0, -1)], refused=25, counted=90)

    assert (one.sold, one.refused, one.tried, one.lost) == (100, 25, 125, 10)
    assert (one.p50, one.p95, one.longest) == (50, 95, 100)


def test_sales_are_found_by_way_and_writers():
    few, many = shift(writers=1), shift(writers=32)
    sales = Sales([few, many])

    assert sales["one", 32] is many
    with pytest.raises(lab.LabError, match=r"nobody sold so: \['two', 1\]. There is \['one', 1\], \['one', 32\]"):
        sales["two", 1]


def test_the_table_keeps_a_way_together_and_the_text_says_why_sales_were_refused():
    sales = Sales([shift("one", 1), shift("two", 1), shift("one", 8, refused=3), shift("two", 8)])

    assert [row[:2] for row in sales.table().rows] == [["one", 1], ["one", 8], ["two", 1], ["two", 8]]
    assert "refused 3 times: database is locked" in sales.text()
    assert "<svg" in sales.html()


def test_a_way_on_which_nothing_was_sold_has_no_times():
    sales = Sales([shift(times=[], refused=3, counted=0)])

    assert sales.table().rows == [["one", 2, 0, 3, 0, None, None]]
    assert "<svg" not in sales.html()
