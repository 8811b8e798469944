import pytest

from lab.display.plots import bars, curves, percentiles
from lab.measure.result import Load
from lab.measure.spread import Spread


def test_the_description_says_what_the_bars_say():
    plot = bars({"one": Spread(1, 1, 1), "two": Spread(2, 2, 2)}, unit="ms", title="t")

    assert "one 1 ms; two 2 ms" in plot


def test_values_of_zero_can_be_drawn():
    assert "<svg" in bars({"none": Spread(0, 0, 0)}, unit="queries", title="t")


def test_more_curves_than_can_be_told_apart_are_refused():
    load = Load(scenario="x", users=1, seconds=1, times=[1.0], errors={})

    with pytest.raises(ValueError, match="at most 3"):
        percentiles(dict.fromkeys("abcd", load.percentile), title="t")


def test_the_description_of_curves_says_where_the_dots_are():
    plot = curves(
        {"2": [(1, 10), (5, 90)]}, [(3, 20)], of_lines="said", of_dots="found", x="a second", y="ms", title="t"
    )

    assert "found at 3 a second: ms 20" in plot
