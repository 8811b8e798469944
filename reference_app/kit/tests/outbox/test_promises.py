from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import calls
import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pydantic_core import PydanticSerializationError
from waiting import reminders

from clever.kit.calling import budget
from clever.kit.outbox.models import Promise
from clever.kit.outbox.promises import GRACE, keep_now, promise, states_of
from clever.kit.problems import CalleeAway, Conflict
from clever.kit.transactions import atomic_for

SHORT = 0.2  # seconds, for what never comes
NAME_ONLY = {"parcel": calls.PARCEL}  # without the key that it needs as well


@pytest.mark.django_db(transaction=True)
def test_a_promise_falls_with_its_transaction() -> None:
    def fail_halfway() -> None:
        with atomic_for(Promise, durable=True):
            promise(calls.meet)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()

    assert (Promise.objects.count(), DBTaskResult.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_promise_stands_with_its_transaction() -> None:
    with atomic_for(Promise, durable=True):
        made = promise(calls.meet)

    assert Promise.objects.get().pk == made
    assert reminders(made).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_promise_outside_of_a_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError, match="outside of the transaction"):
        promise(calls.meet)

    assert (Promise.objects.count(), DBTaskResult.objects.count()) == (0, 0)


def test_an_id_is_promised_once(promised: Any) -> None:
    first = promised(promise_id=uuid4())
    again = promised(promise_id=first.pk, parcel=calls.Parcel(name="other", sent_at=timezone.now()))

    assert (again.pk, again.about) == (first.pk, first.about)
    assert reminders(first.pk).count() == 1


def test_the_worker_leaves_a_promise_to_its_request_for_a_while(promised: Any) -> None:
    made = promised()

    assert made.state == "open"
    assert timedelta(0) < made.due_at - timezone.now() <= GRACE
    assert reminders(made.pk).get().run_after == made.due_at


class Sender:
    def send(self) -> None:
        """A method is not found again by its path: nobody knows whose it was."""


@pytest.mark.parametrize(
    "what",
    [lambda: None, partial(calls.send, key=1), Sender().send, Sender.send, Sender()],
    ids=["a lambda", "a partial", "a method", "a function of a class", "an object"],
)
@pytest.mark.django_db
def test_what_the_worker_would_not_find_again_cannot_be_promised(what: Any) -> None:
    with pytest.raises(TypeError, match="cannot be promised: it is no function of a module"), atomic_for(Promise):
        promise(what)

    assert not Promise.objects.exists()


@pytest.mark.parametrize("about", [{}, NAME_ONLY, NAME_ONLY | {"key": uuid4(), "colour": "red"}])
@pytest.mark.django_db
def test_arguments_that_the_call_does_not_take_cannot_be_promised(about: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"calls\.send cannot be promised with these arguments"), atomic_for(Promise):
        promise(calls.send, **about)

    assert not Promise.objects.exists()


@pytest.mark.django_db
def test_what_json_does_not_know_cannot_be_promised() -> None:
    with pytest.raises(PydanticSerializationError), atomic_for(Promise):
        promise(calls.send, parcel=object(), key=uuid4())

    assert not Promise.objects.exists()


# Kept at once


def test_several_are_kept_side_by_side(promised: Any) -> None:
    owed = [promised(calls.meet), promised(calls.meet)]

    keep_now(one.pk for one in owed)

    assert {row.state for row in Promise.objects.all()} == {"kept"}


def test_what_does_not_answer_in_time_stays_open_while_the_others_are_kept(promised: Any) -> None:
    slow, quick = promised(calls.hang), promised()

    with budget(SHORT):
        keep_now([slow.pk, quick.pk])

    slow.refresh_from_db()
    quick.refresh_from_db()
    assert (slow.state, quick.state) == ("open", "kept")
    assert "no answer within the time that this request has" in slow.complaint


def test_one_by_itself_is_given_no_more_time_than_the_request_has(promised: Any) -> None:
    slow = promised(calls.hang)

    with budget(SHORT):
        keep_now([slow.pk])

    slow.refresh_from_db()
    assert (slow.state, slow.attempts) == ("open", 1)


def test_what_fails_has_a_reminder_for_when_it_is_due_again(promised: Any, callee: Any) -> None:
    made = promised()
    callee.fails.append(CalleeAway("away"))

    keep_now([made.pk])

    made.refresh_from_db()
    assert (made.state, made.complaint) == ("open", "away")
    assert reminders(made.pk).filter(run_after=made.due_at).count() == 1


def test_a_fault_in_one_neither_fails_the_request_nor_the_others(promised: Any, callee: Any, caplog: Any) -> None:
    odd, fine = promised(calls.send), promised(calls.meet)
    callee.fails.append(ZeroDivisionError())
    callee.meanwhile.append(callee.meet)

    keep_now([odd.pk, fine.pk])

    odd.refresh_from_db()
    fine.refresh_from_db()
    assert (odd.state, fine.state) == ("open", "kept")
    assert "ZeroDivisionError" in odd.complaint
    assert "ZeroDivisionError" in caplog.text


def test_what_is_over_or_unknown_is_not_tried(promised: Any, callee: Any, caplog: Any) -> None:
    kept, refused = promised(), promised()
    keep_now([kept.pk])
    callee.fails.append(Conflict("no"))
    keep_now([refused.pk])
    caplog.clear()

    keep_now([kept.pk, refused.pk, uuid4()])

    assert len(callee.asked) == 2
    assert caplog.messages == []  # what it was about is forgotten, so an attempt would be a fault


@pytest.mark.django_db(transaction=True)
def test_nothing_is_kept_while_the_transaction_is_open(callee: Any) -> None:
    with atomic_for(Promise), pytest.raises(RuntimeError, match="inside a transaction"):
        keep_now([promise(calls.send, parcel=calls.PARCEL, key=uuid4())])

    assert callee.asked == []


def test_one_is_told_what_has_become_of_promises_by_ones_own_names(promised: Callable[..., Promise]) -> None:
    first, second = promised(), promised()
    keep_now([first.pk])

    names = {"first": first.pk, "second": second.pk, "third": uuid4()}

    assert states_of(names) == {"first": "kept", "second": "open"}
