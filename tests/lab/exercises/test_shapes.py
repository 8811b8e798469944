import pytest

from lab.checks import Wrong
from lab.exercises.shapes import in_order


@pytest.mark.parametrize("got", [["a", "b"], ("a", "b"), (letter for letter in "ab"), {"a": 1, "b": 2}.keys()])
def test_whatever_has_an_order_is_a_list(got):
    assert in_order(got, "letters") == ["a", "b"]


@pytest.mark.parametrize("got", [{"a"}, frozenset("a")])
def test_a_set_is_told_that_it_has_no_order(got):
    with pytest.raises(Wrong, match="A set has no order"):
        in_order(got, "letters")


@pytest.mark.parametrize("got", [None, 3, "ab", {"a": 1}])
def test_what_is_no_list_is_told_what_is_wanted(got):
    with pytest.raises(Wrong, match="A list of letters is wanted"):
        in_order(got, "letters")
