import pytest
from django.contrib.auth.models import Group
from pydantic import TypeAdapter, ValidationError

from {{ cookiecutter.namespace }}.kit.paging import LARGEST, Limit, page

pytestmark = pytest.mark.django_db


def names(limit: int, after: int = 0) -> tuple[list[str], str | None]:
    found = page(
        Group.objects.filter(id__gt=after).order_by("id"),
        limit=limit,
        cursor=lambda group: group.id,
        item=lambda group: str(group.name),
    )
    return found.items, found.next


@pytest.fixture
def groups() -> None:
    Group.objects.bulk_create(Group(name=f"group {number}") for number in range(5))


def test_pages_follow_one_another_without_gap_or_double(groups: None) -> None:
    first, cursor = names(2)
    second, onwards = names(2, after=int(cursor or 0))
    third, end = names(2, after=int(onwards or 0))

    assert [first, second, third] == [["group 0", "group 1"], ["group 2", "group 3"], ["group 4"]]
    assert end is None


def test_a_last_page_that_is_full_says_that_it_is_the_last(groups: None) -> None:
    assert names(5) == ([f"group {number}" for number in range(5)], None)


def test_a_list_of_nothing_has_one_empty_page() -> None:
    assert names(5) == ([], None)


def test_a_page_costs_one_query(groups: None, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        names(3)


@pytest.mark.parametrize("limit", [0, -1, LARGEST + 1, "x"])
def test_a_page_is_neither_empty_nor_endless(limit: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Limit).validate_python(limit)
