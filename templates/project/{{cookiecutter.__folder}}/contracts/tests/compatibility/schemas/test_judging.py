"""Values that have no parts: what is proven of them, and that a doubt counts as a break."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.judging import disjoint, lost, takes


def text(**more: Any) -> dict[str, Any]:
    return {"type": "string", **more}


def number(**more: Any) -> dict[str, Any]:
    return {"type": "number", **more}


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        (text(), text(format="uuid")),
        (text(), text(format="binary")),
        (text(), text(pattern="^[a-z]+$")),
        (text(), text(minLength=1)),
        (text(maxLength=64), text(maxLength=63)),
        (text(), text(enum=["hot", "cold"])),
        (text(enum=["hot", "cold"]), {"const": "hot"}),
        (text(pattern="^[a-z]+$"), text(enum=["hot", "cold"])),
        (text(maxLength=4), text(enum=["hot", "cold"])),
        (number(), {"type": "integer"}),
        (number(minimum=0), number(exclusiveMinimum=0)),
        (number(maximum=100), number(maximum=10)),
        ({"type": "integer", "minimum": 1}, {"type": "integer", "exclusiveMinimum": 1}),
        (number(multipleOf=5), number(multipleOf=10)),
        ({"type": "boolean"}, {"const": True}),
    ],
)
def test_a_reader_of_more_takes_less_and_not_the_other_way_round(wide: Any, narrow: Any) -> None:
    assert takes(wide, narrow)
    assert not takes(narrow, wide)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (text(format="uuid"), text(format="date-time")),
        (text(format="binary"), text(format="password")),
        (text(pattern="^a"), text(pattern="^b")),
        (text(), number()),
    ],
)
def test_neither_takes_the_other_where_they_are_apart(one: Any, other: Any) -> None:
    assert not takes(one, other)
    assert not takes(other, one)


def test_what_cannot_be_proven_counts_as_refuted() -> None:
    assert not takes(text(pattern="^a*$"), text(pattern="^a+$"))


@pytest.mark.parametrize("nonsense", [text(pattern="("), {"type": "tea"}])
def test_what_cannot_be_read_takes_only_itself(nonsense: Any) -> None:
    assert takes(nonsense, nonsense)
    assert not takes(nonsense, text())
    assert lost(nonsense, text()) is None
    assert not disjoint(nonsense, text())


def test_what_is_lost_is_told() -> None:
    assert lost(text(enum=["hot"]), text(enum=["hot", "cold"])) == {"const": "cold"}


def test_two_are_disjoint_where_no_value_is_both() -> None:
    assert disjoint(text(), number())
    assert not disjoint(number(), {"type": "integer"})
