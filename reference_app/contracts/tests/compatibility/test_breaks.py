"""The breaks that are meant, as their file says them."""

from datetime import date

import pytest

from clever.contracts.compatibility.breaks import Break, read_breaks
from clever.contracts.compatibility.change import Change
from clever.contracts.compatibility.errors import ContractsError

TEXT = """
[[break]]
service = "kettle"
operation = "POST /kettles"
change = 'now requires the field "size"'
reason = "nobody boils without it"
date = 2026-11-30
"""
BREAK = Break("kettle", "POST /kettles", 'now requires the field "size"', "nobody boils without it", date(2026, 11, 30))


def test_each_table_is_a_break() -> None:
    assert read_breaks(TEXT, "breaks.toml") == [BREAK]
    assert read_breaks(TEXT + TEXT, "breaks.toml") == [BREAK, BREAK]
    assert read_breaks("", "breaks.toml") == []


def test_it_means_the_change_that_is_told_in_the_same_words() -> None:
    change = Change("kettle", "POST /kettles", 'now requires the field "size"', "why")

    assert BREAK.allows(change)
    assert not BREAK.allows(Change("kettle", "POST /kettles", 'now requires the field "tea"', "why"))
    assert not BREAK.allows(Change("kettle", "PUT /kettles", change.what, "why"))
    assert not BREAK.allows(Change("pot", "POST /kettles", change.what, "why"))


@pytest.mark.parametrize(
    ("line", "instead", "told"),
    [
        ('service = "kettle"', "", "breaks.toml, break 1: service is missing"),
        ('reason = "nobody boils without it"', 'reason = " "', "breaks.toml, break 1: reason is missing"),
        ("date = 2026-11-30", "", "breaks.toml, break 1: date is missing"),
        ("date = 2026-11-30", 'date = "soon"', "breaks.toml, break 1: date is missing"),
        ("date = 2026-11-30", "date = 2026-11-30\nuntil = 2026-12-31", "breaks.toml, break 1: there is no 'until'"),
        ("[[break]]", "[[break]", "breaks.toml is no TOML"),
        ("[[break]]", "[break]", "breaks.toml: each break is a table of a list"),
    ],
)
def test_what_is_malformed_is_told_with_its_place(line: str, instead: str, told: str) -> None:
    with pytest.raises(ContractsError, match=told):
        read_breaks(TEXT.replace(line, instead), "breaks.toml")
