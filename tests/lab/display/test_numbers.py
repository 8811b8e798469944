import math

import pytest

from lab.display.numbers import ratio, short, with_unit


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (0.0, "0"), (0.01234, "0.0123"), (4.5678, "4.57"), (78.94, "78.9"), (1234.5, "1,230"), (9.999, "10.0"),
     (12345, "12,345"), (-3.14159, "-3.14"), (math.nan, "nan"), (math.inf, "inf")],
)  # fmt: skip
def test_a_number_has_three_digits_that_count(value, said):
    assert short(value) == said


@pytest.mark.parametrize(("value", "said"), [(3.0, "3"), (435.0, "435"), (12345.0, "12,345"), (-2.0, "-2")])
def test_a_count_stays_whole_after_it_became_a_float(value, said):
    assert short(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.25, "0.25"), (3.388, "3.39"), (14.5, "14.5"), (0.0123, "0.0123"), (9.999, "10.0"), (2.0, "2")],
)
def test_a_ratio_has_two_decimals_where_they_say_something(value, said):
    assert ratio(value) == said


def test_a_factor_keeps_its_sign_close_and_a_unit_stands_apart():
    assert with_unit(1.714, "x") == "1.71x"
    assert with_unit(12.34, "ms") == "12.3 ms"
    assert with_unit(3, "") == "3"
    assert with_unit(3.0, "servers") == "3 servers"
