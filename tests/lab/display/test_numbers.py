import math

import pytest

from lab.display.numbers import short, with_unit


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (0.0, "0"), (0.01234, "0.0123"), (4.5678, "4.57"), (78.94, "78.9"), (1234.5, "1,230"), (9.999, "10.00"),
     (12345, "12,345"), (-3.14159, "-3.14"), (math.nan, "nan"), (math.inf, "inf")],
)  # fmt: skip
def test_a_number_has_three_digits_that_count(value, said):
    assert short(value) == said


def test_a_factor_keeps_its_sign_close_and_a_unit_stands_apart():
    assert with_unit(1.714, "x") == "1.71x"
    assert with_unit(12.34, "ms") == "12.3 ms"
    assert with_unit(3, "") == "3"
