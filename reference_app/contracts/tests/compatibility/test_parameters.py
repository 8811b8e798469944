"""Parameters: of the query, of the path, and headers."""

from typing import Any

import pytest

from .descriptions import PATH, breaks, kettle, news, parameter

WHOLE, TEXT, ID = {"type": "integer"}, {"type": "string"}, {"type": "string", "format": "uuid"}


def asking(*parameters: Any) -> Any:
    return kettle(parameters=list(parameters))


def test_a_parameter_that_is_newly_required_is_not_sent() -> None:
    new = asking(parameter(WHOLE, required=True))

    assert breaks(asking(), new) == [f'POST {PATH} now requires the query parameter "size"']
    assert breaks(asking(parameter(WHOLE)), new) == [f'POST {PATH} now requires the query parameter "size"']


def test_a_parameter_that_may_be_left_out_breaks_nobody() -> None:
    new = asking(parameter(WHOLE))

    assert breaks(asking(), new) == []
    assert news(asking(), new) == [f'POST {PATH} now reads the query parameter "size"']
    assert news(asking(parameter(WHOLE, required=True)), new) == [
        f'POST {PATH} no longer requires the query parameter "size"'
    ]


def test_a_parameter_that_nobody_reads_any_more_is_sent_in_vain() -> None:
    assert breaks(asking(parameter(WHOLE)), asking()) == [f'POST {PATH} no longer reads the query parameter "size"']


def test_a_header_that_is_newly_required_is_not_sent() -> None:
    new = asking(parameter(ID, place="header", name="Idempotency-Key", required=True))

    assert breaks(asking(), new) == [f'POST {PATH} now requires the header "idempotency-key"']


def test_a_header_is_the_same_in_capitals() -> None:
    old = asking(parameter(ID, place="header", name="Idempotency-Key", required=True))
    new = asking(parameter(ID, place="header", name="idempotency-key", required=True))

    assert breaks(old, new) == []
    assert news(old, new) == []


def test_a_parameter_that_moves_from_the_query_to_a_header_is_sent_in_vain_and_then_missing() -> None:
    old, new = asking(parameter(ID, required=True)), asking(parameter(ID, place="header", required=True))

    assert breaks(old, new) == [
        f'POST {PATH} no longer reads the query parameter "size"',
        f'POST {PATH} now requires the header "size"',
    ]


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        (WHOLE, {"type": "integer", "maximum": 100}),
        ({"type": "number"}, WHOLE),
        (TEXT, ID),
        (TEXT, {"type": "string", "maxLength": 64}),
        (TEXT, {"type": "string", "enum": ["small", "large"]}),
        ({"type": "string", "enum": ["small", "large"]}, {"type": "string", "enum": ["small"]}),
        ({"anyOf": [ID, {"type": "null"}]}, ID),
    ],
)
def test_a_parameter_may_take_more_and_never_less(wide: Any, narrow: Any) -> None:
    assert breaks(asking(parameter(narrow)), asking(parameter(wide))) == []
    assert len(breaks(asking(parameter(wide)), asking(parameter(narrow)))) == 1


def test_a_parameter_in_the_path_is_known_by_its_position() -> None:
    def at(first: str, second: str, schema: Any) -> Any:
        path = f"{PATH}/{{{first}}}/cups/{{{second}}}"
        return kettle(
            path=path,
            parameters=[
                parameter(WHOLE, place="path", name=first, required=True),
                parameter(schema, place="path", name=second, required=True),
            ],
        )

    assert breaks(at("a", "b", ID), at("b", "a", TEXT)) == []
    assert breaks(at("a", "b", TEXT), at("b", "a", ID)) == [
        f'POST {PATH}/{{b}}/cups/{{a}} no longer takes all of {{"type": "string"}} but only '
        '{"format": "uuid", "type": "string"} for the path parameter "a"'
    ]


def test_what_a_parameter_means_that_is_left_out_stays() -> None:
    twenty, fifty = asking(parameter({**WHOLE, "default": 20})), asking(parameter({**WHOLE, "default": 50}))

    assert breaks(twenty, twenty) == []
    assert breaks(twenty, fifty) == [
        f'POST {PATH} takes 50 and no longer 20 where the query parameter "size" is left out'
    ]


def test_a_list_that_is_written_in_another_way_cannot_be_compared() -> None:
    old, new = (asking(parameter({"type": "array"}, explode=explode)) for explode in (True, False))

    assert breaks(old, new) == [
        f'POST {PATH} describes explode of the query parameter "size" in another way, which cannot be compared'
    ]
