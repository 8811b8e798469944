"""What joins the stages, before anybody has been asked what it is called."""

import pytest
from hypothesis import example, given

from tests.project_template.rendering import rendered
from tests.project_template.texts import made_of
from workbook.errors import BookError
from workbook.project_template.renaming import escaped
from workbook.project_template.stand_in import STAND_IN, in_its_place, with_stand_in


@pytest.mark.parametrize(
    ("joined", "asked"),
    [
        (f"clever.service.{STAND_IN}", "clever.service.orders"),
        (f"{STAND_IN.upper()}_URL", "ORDERS_URL"),
        (f"# {STAND_IN.capitalize()}'s own", "# Orders's own"),
        (f"${{{STAND_IN.upper()}_IMAGE}}", "${ORDERS_IMAGE}"),
        (f'f"{{{STAND_IN}}}"', 'f"{orders}"'),
    ],
)
def test_where_the_stand_in_was_its_answer_is_in_the_same_letters(joined: str, asked: str) -> None:
    assert rendered(in_its_place(joined), first_service="orders") == asked


@given(text=made_of(STAND_IN, STAND_IN.upper(), STAND_IN.capitalize()))
@example(text="{" + STAND_IN)
def test_the_stand_in_renders_to_its_answer_whatever_stands_around_it(text: str) -> None:
    template = in_its_place(escaped(text))

    assert STAND_IN not in template.lower()
    assert rendered(template, first_service=STAND_IN) == text


def test_a_tree_without_stages_can_be_joined_by_none() -> None:
    with pytest.raises(BookError, match=r"^monolith takes no service more: .*there are no stages here"):
        with_stand_in({"kit/README.md": b""})
