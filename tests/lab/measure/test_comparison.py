import pytest

from lab.errors import LabError
from lab.measure.comparison import Comparison


def comparison(**measured: list[float]) -> Comparison:
    return Comparison(measured, baseline=next(iter(measured)))


def test_a_ratio_is_made_within_each_round_so_that_a_slow_moment_counts_for_both():
    found = comparison(bare=[1, 10, 1], ninja=[2, 20, 2])

    assert found.ratio("ninja") == 2
    assert (found.ratio("ninja").low, found.ratio("ninja").high) == (2, 2)


def test_a_ratio_can_be_made_to_any_side():
    assert comparison(a=[1.0], b=[2.0], c=[6.0]).ratio("c", to="b") == 3


def test_faster_goes_by_direction():
    found = comparison(quick=[1, 1.1, 1.0], slow=[2, 2.1, 2.2], alike=[1.05, 1.0, 1.1])

    assert found.faster("quick", "slow")
    assert not found.faster("slow", "quick")
    assert not found.faster("quick", "alike")


def test_an_unknown_side_is_answered_with_the_known_ones():
    with pytest.raises(LabError, match="no side 'x' in this comparison: it has a, b"):
        comparison(a=[1], b=[1]).ratio("x")


def test_nothing_is_held_against_zero():
    found = comparison(none=[0, 0], some=[1, 2])

    with pytest.raises(LabError, match="measured zero"):
        found.ratio("some")
    assert "some" in found.text()


def test_it_shows_a_table_and_a_plot_and_in_text_the_table():
    found = comparison(bare=[1.0, 1.1], ninja=[2.0, 2.2])

    assert "<table" in found.html()
    assert "<svg" in found.html()
    assert "2 (2 to 2)" in found.text()
    assert "By turns, 2 rounds" in found.text()
