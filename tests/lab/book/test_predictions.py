import math

import pytest

import lab
from lab.book.predictions import number_in


@pytest.mark.parametrize(
    ("said", "number"),
    [("2x", 2), ("about 1,200 ms", 1200), ("0.5", 0.5), (3, 3), ("-1.5", -1.5), ("none", None), ("twice", None),
     (True, None), (math.inf, None)],
)  # fmt: skip
def test_a_number_is_found_in_what_was_predicted(said, number):
    assert number_in(said) == number


def test_a_prediction_made_after_the_fact_does_not_count():
    lab.predict("id", 5)
    lab.record("id", 1, "ms")

    late = lab.predict("id", 1)

    assert "already said 1 ms" in late.text()
    assert lab.record("id", 1, "ms").predicted == 5


def test_dots_are_no_prediction():
    with pytest.raises(lab.LabError, match=r"1\.1-x has no prediction yet"):
        lab.predict("1.1-x", ...)
