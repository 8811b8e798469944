import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import connection

from {{ cookiecutter.namespace }}.kit.moving.numbers import go_on_from, next_number

pytestmark = pytest.mark.django_db


def given_to_the_next() -> int:
    return int(Group.objects.create(name="the next").pk)


def test_the_next_number_is_foretold() -> None:
    Group.objects.create(name="one")

    foretold = next_number(Group, "default")

    assert foretold == given_to_the_next()


def test_it_is_the_one_after_a_row_that_is_gone() -> None:
    gone = Group.objects.create(name="one")
    number = gone.pk
    gone.delete()

    assert next_number(Group, "default") == number + 1


def test_numbers_go_on_from_where_they_are_told_to() -> None:
    go_on_from(Group, "default", 1000)

    assert next_number(Group, "default") == 1000 == given_to_the_next()


def test_rows_that_were_put_in_by_hand_are_not_met_again() -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO auth_group (id, name) VALUES (5000, 'by hand')")

    assert next_number(Group, "default") == 5001


def test_rows_that_bring_their_own_key_have_no_next_number() -> None:
    assert next_number(Session, "default") is None
