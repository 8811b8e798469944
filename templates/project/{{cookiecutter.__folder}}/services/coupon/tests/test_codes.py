import pytest

from {{ cookiecutter.namespace }}.service.coupon import codes


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7k2m-9pab-cdef", "7K2M9PABCDEF"),
        (" 7K2M 9PAB\u00a0CDEF ", "7K2M9PABCDEF"),
        ("7K2M–9PAB—CDEF", "7K2M9PABCDEF"),
        ("oil", "011"),
        ("WELCOME2026", "WE1C0ME2026"),
        ("７Ｋ２Ｍ", "7K2M"),
        ("you", "Y0V"),
    ],
)
def test_what_a_person_types_is_understood(typed: str, meant: str) -> None:
    assert codes.canonical(typed) == meant


@pytest.mark.parametrize("typed", ["", " - ", "안녕하세요", "7K2M!", "7K2M\0", "A" * 33, "é"])
def test_what_can_be_no_code_is_none(typed: str) -> None:
    assert codes.canonical(typed) is None


def test_a_printed_code_is_understood() -> None:
    code = codes.new_code()

    assert codes.readable(code).count("-") == 2
    assert codes.canonical(codes.readable(code)) == code


def test_a_code_holds_nothing_that_is_taken_for_something_else() -> None:
    assert not set("ILOU") & set(codes.ALPHABET)
    assert all(codes.canonical(letter) == letter for letter in codes.ALPHABET)
