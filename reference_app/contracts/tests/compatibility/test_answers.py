"""Answers: their status, their form, and what is in them."""

from typing import Any

import pytest

from .descriptions import PATH, breaks, content, fields, kettle, news

TEXT = {"type": "string"}


def answering(schema: Any, status: str = "200", form: str = "application/json") -> Any:
    return kettle(responses={status: {"description": "OK", **content(schema, form)}})


def test_a_field_that_is_gone_is_counted_on() -> None:
    assert breaks(answering(fields("tea", tea=TEXT)), answering(fields())) == [
        f'POST {PATH} no longer answers with the field "tea"'
    ]


def test_a_field_that_was_there_at_times_is_looked_for() -> None:
    assert breaks(answering(fields(tea=TEXT)), answering(fields())) == [
        f'POST {PATH} no longer answers with the field "tea"'
    ]


@pytest.mark.parametrize("new", [fields(tea=TEXT), fields("tea", tea=TEXT)])
def test_a_field_more_is_ignored_by_whoever_does_not_know_it(new: Any) -> None:
    assert breaks(answering(fields()), answering(new)) == []
    assert news(answering(fields()), answering(new)) == [f'POST {PATH} now answers with the field "tea"']


def test_a_field_more_is_refused_by_whoever_takes_no_other() -> None:
    old = answering({**fields(), "additionalProperties": False})

    assert breaks(old, answering(fields(tea=TEXT))) == [f'POST {PATH} now answers with the field "tea"']


def test_a_field_that_is_no_longer_always_there_is_counted_on() -> None:
    always, at_times = answering(fields("tea", tea=TEXT)), answering(fields(tea=TEXT))

    assert breaks(always, at_times) == [f'POST {PATH} no longer always answers with the field "tea"']
    assert breaks(at_times, always) == []
    assert news(at_times, always) == [f'POST {PATH} now always answers with the field "tea"']


@pytest.mark.parametrize(
    ("narrow", "wide", "told"),
    [
        (TEXT, {"anyOf": [TEXT, {"type": "null"}]}, "null"),
        (TEXT, {"type": ["null", "string"]}, "null"),
        ({"type": "string", "enum": ["hot"]}, {"type": "string", "enum": ["hot", "cold"]}, '"cold"'),
        ({"const": "hot"}, {"enum": ["hot", "cold", "off"]}, '"cold" or "off"'),
        ({"type": "integer"}, {"type": "number"}, "number"),
        (
            {"type": "string", "format": "uuid"},
            TEXT,
            '{"type": "string"} and not only {"format": "uuid", "type": "string"}',
        ),
        (
            {"type": "integer", "maximum": 100},
            {"type": "integer", "maximum": 200},
            '{"maximum": 200, "type": "integer"} and not only {"maximum": 100, "type": "integer"}',
        ),
    ],
)
def test_an_answer_may_be_one_of_fewer_and_never_one_of_more(narrow: Any, wide: Any, told: str) -> None:
    narrow, wide = answering(fields("tea", tea=narrow)), answering(fields("tea", tea=wide))

    assert breaks(narrow, wide) == [f'POST {PATH} may now answer {told} for the field "tea"']
    assert breaks(wide, narrow) == []


def test_a_field_of_another_type_is_refused() -> None:
    old, new = answering(fields(tea=TEXT)), answering(fields(tea={"type": "integer"}))

    assert breaks(old, new) == [f'POST {PATH} may now answer integer for the field "tea"']


def test_a_default_of_an_answer_means_nothing_to_a_client() -> None:
    old, new = (answering(fields(tea={**TEXT, "default": tea})) for tea in ("green", "black"))

    assert breaks(old, new) == []


def test_another_status_of_success_is_not_expected() -> None:
    assert breaks(answering({}), answering({}, "201")) == [f"POST {PATH} may now answer with the status 201"]
    assert breaks(answering({}), kettle(responses={"404": {}})) == [
        f"POST {PATH} no longer answers with the status 200"
    ]


def test_a_status_of_success_fewer_breaks_nobody() -> None:
    both = kettle(responses={"200": {"description": "OK"}, "202": {"description": "Later"}})

    assert breaks(both, kettle(responses={"200": {"description": "OK"}})) == []
    assert breaks(kettle(responses={"200": {"description": "OK"}}), both) != []


def test_a_form_may_be_added_and_never_taken_away() -> None:
    json = answering({})
    both = kettle(responses={"200": {"content": {"application/json": {}, "text/csv": {}}}})

    assert breaks(json, both) == []
    assert news(json, both) == [f"POST {PATH} now answers in text/csv"]
    assert breaks(both, json) == [f"POST {PATH} no longer answers in text/csv"]


def test_of_any_form_a_narrower_one_is_one() -> None:
    assert breaks(answering({}, form="*/*"), answering({}, form="image/png")) == []


def test_a_body_where_there_was_none_breaks_nobody() -> None:
    assert breaks(kettle(), answering(fields())) == []
    assert breaks(answering(fields()), kettle()) == [f"POST {PATH} no longer answers in application/json"]


def test_an_error_is_compared_with_what_held_for_all_errors() -> None:
    problem = content(fields("detail", detail=TEXT), "application/problem+json")
    old = kettle(responses={"200": {}, "default": problem})

    without = kettle(responses={"200": {}, "404": content(fields(), "application/problem+json"), "default": problem})
    same = kettle(responses={"200": {}, "404": problem, "default": problem})

    assert breaks(old, without) == [f'POST {PATH} no longer answers with the field "detail" of an error']
    assert breaks(old, same) == []


def test_headers_of_an_answer_stay_as_they_are() -> None:
    old = kettle(responses={"200": {"headers": {"Link": {"schema": TEXT}}}})

    assert breaks(old, kettle()) == [
        f"POST {PATH} describes headers of the answer 200 in another way, which cannot be compared"
    ]
