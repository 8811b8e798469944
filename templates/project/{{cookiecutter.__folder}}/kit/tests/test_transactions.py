import pytest
from django.contrib.auth.models import Group
from django.db import transaction

from {{ cookiecutter.namespace }}.kit.transactions import atomic_for, on_commit_for, refuse_inside_atomic


@pytest.mark.django_db(transaction=True)
def test_a_call_inside_a_transaction_is_refused() -> None:
    with atomic_for(Group), pytest.raises(RuntimeError, match="asking player inside a transaction on 'default'"):
        refuse_inside_atomic("asking player")


@pytest.mark.django_db(transaction=True)
def test_a_call_before_or_after_a_transaction_is_fine() -> None:
    refuse_inside_atomic("asking player")
    with atomic_for(Group):
        Group.objects.create(name="editors")
    refuse_inside_atomic("asking player")


@pytest.mark.django_db
def test_the_transaction_that_wraps_a_test_is_not_held_against_it() -> None:
    refuse_inside_atomic("asking player")

    with transaction.atomic(), pytest.raises(RuntimeError):
        refuse_inside_atomic("asking player")


@pytest.mark.django_db(transaction=True)
def test_what_is_to_happen_on_commit_happens_then_and_not_before() -> None:
    happened: list[str] = []

    with atomic_for(Group):
        on_commit_for(Group, lambda: happened.append("told"))
        assert happened == []

    assert happened == ["told"]


@pytest.mark.django_db(transaction=True)
def test_what_was_to_happen_on_commit_does_not_when_there_is_none() -> None:
    happened: list[str] = []

    def fail_halfway() -> None:
        with atomic_for(Group):
            on_commit_for(Group, lambda: happened.append("told"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()

    assert happened == []


@pytest.mark.django_db(transaction=True)
def test_a_durable_transaction_refuses_to_be_a_part_of_another() -> None:
    with atomic_for(Group), pytest.raises(RuntimeError), atomic_for(Group, durable=True):
        pass
