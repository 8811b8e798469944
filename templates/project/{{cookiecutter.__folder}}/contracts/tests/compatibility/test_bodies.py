"""Bodies of requests: whether there is one, in which forms, and what is in it."""

from typing import Any

from .descriptions import PATH, breaks, content, fields, kettle, news

TEXT = {"type": "string"}


def reading(schema: Any, *, required: bool = True, form: str = "application/json") -> Any:
    return kettle(requestBody={"required": required, **content(schema, form)})


def test_a_body_where_there_was_none_is_not_sent() -> None:
    assert breaks(kettle(), reading(fields())) == [f"POST {PATH} now requires a body"]


def test_a_body_that_may_be_left_out_breaks_nobody() -> None:
    assert breaks(kettle(), reading(fields(), required=False)) == []
    assert news(kettle(), reading(fields(), required=False)) == [f"POST {PATH} now reads a body"]


def test_a_body_that_became_required_may_be_missing() -> None:
    optional = reading(fields(), required=False)

    assert breaks(optional, reading(fields())) == [f"POST {PATH} now requires a body"]
    assert breaks(reading(fields()), optional) == []
    assert news(reading(fields()), optional) == [f"POST {PATH} no longer requires a body"]


def test_a_body_that_nobody_reads_any_more_is_sent_in_vain() -> None:
    assert breaks(reading(fields()), kettle()) == [f"POST {PATH} no longer reads a body"]


def test_a_field_that_is_newly_required_is_not_sent() -> None:
    new = reading(fields("tea", "cups", tea=TEXT, cups={}))

    assert breaks(reading(fields("tea", tea=TEXT)), new) == [f'POST {PATH} now requires the field "cups"']
    assert breaks(reading(fields("tea", tea=TEXT, cups={})), new) == [f'POST {PATH} now requires the field "cups"']


def test_a_field_that_may_be_left_out_breaks_nobody() -> None:
    old, new = reading(fields("tea", tea=TEXT)), reading(fields(tea=TEXT, cups={}))

    assert breaks(old, new) == []
    assert news(old, new) == [
        f'POST {PATH} now reads the field "cups"',
        f'POST {PATH} no longer requires the field "tea"',
    ]


def test_a_field_that_nobody_reads_any_more_is_sent_in_vain() -> None:
    assert breaks(reading(fields(tea=TEXT, cups={})), reading(fields(tea=TEXT))) == [
        f'POST {PATH} no longer reads the field "cups"'
    ]


def test_a_field_takes_what_it_took_and_may_take_null_as_well() -> None:
    old, new = reading(fields(tea=TEXT)), reading(fields(tea={"anyOf": [TEXT, {"type": "null"}]}))

    assert breaks(old, new) == []
    assert news(old, new) == [f'POST {PATH} now takes null for the field "tea"']
    assert breaks(new, old) == [f'POST {PATH} no longer takes null for the field "tea"']


def test_a_form_may_be_added_and_never_taken_away() -> None:
    any_picture, png = reading({}, form="image/*"), reading({}, form="image/png")

    assert breaks(png, any_picture) == []
    assert news(png, any_picture) == [f"POST {PATH} now reads image/*"]
    assert breaks(any_picture, png) == [f"POST {PATH} no longer reads image/*"]


def test_a_form_that_is_read_as_part_of_a_wider_one_is_compared_with_that() -> None:
    assert breaks(reading(TEXT, form="text/plain"), reading({"type": "integer"}, form="text/*")) == [
        f"POST {PATH} no longer takes string for the body"
    ]
