import pytest
from pydantic import TypeAdapter, ValidationError

from clever.contracts.numbers import FixedPoint, Int64

int64, fixed_point = TypeAdapter(Int64), TypeAdapter(FixedPoint)


@pytest.mark.parametrize("given", [0, 7, 2**63 - 1, -(2**63)])
def test_a_whole_number_has_64_bits(given: int) -> None:
    assert int64.validate_python(given) == given


@pytest.mark.parametrize("given", [2**63, -(2**63) - 1, 1.5, float("nan"), float("inf"), "seven", "9" * 5000, None])
def test_what_64_bits_do_not_hold_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        int64.validate_python(given)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("19.9", "19.9000"),
        (19.9, "19.9000"),
        (7, "7.0000"),
        ("1e10", "10000000000.0000"),
        ("0.00010000", "0.0001"),
        ("99999999999.9999", "99999999999.9999"),
        ("-0", "0.0000"),
        ("0E-100", "0.0000"),
    ],
)
def test_a_number_is_written_as_a_database_gives_it_back(given: object, kept: str) -> None:
    assert str(fixed_point.validate_python(given)) == kept


@pytest.mark.parametrize(
    "given", ["0.00001", "1e11", "100000000000", "NaN", "Infinity", float("nan"), 1 / 3, "much", "9" * 5000, None]
)
def test_a_number_that_some_database_does_not_keep_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        fixed_point.validate_python(given)
