"""Promises stay with the project that made them, so a move waits until they are kept."""

import pytest
from django.contrib.auth.models import User
from django.db import connections

from clever.kit.moving.errors import CannotMove
from clever.kit.moving.moving import look
from clever.kit.moving.plan import Plan

OLD, NEW = "old:users", "new:users"


@pytest.fixture
def promised(plan: Plan) -> Plan:
    """In the old house lives somebody, and it has the table of promises, with one that is kept."""
    User.objects.using(OLD).create(username="sora")
    for alias in (OLD, NEW):
        with connections[alias].cursor() as cursor:
            cursor.execute("CREATE TABLE outbox_promise (id INTEGER PRIMARY KEY, state TEXT)")
    promise("kept")
    return plan


def promise(state: str, alias: str = OLD) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute("INSERT INTO outbox_promise (state) VALUES (%s)", [state])


def test_a_stage_that_owes_calls_is_not_left(promised: Plan) -> None:
    promise("open")
    promise("open")

    with pytest.raises(CannotMove, match=r"^old still owes 2 calls, in its database users, .*: inv up old$"):
        look(promised)


def test_what_is_kept_or_refused_is_owed_no_longer(promised: Plan) -> None:
    promise("refused")

    assert look(promised) == {}


def test_what_the_target_owes_is_no_hindrance(promised: Plan) -> None:
    promise("open", NEW)

    assert look(promised) == {}
