"""What the worker does: tasks of Django's framework. A task is no more than a reminder; the promise is the record."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.tasks import task
from django.utils import timezone

from {{ cookiecutter.namespace }}.kit import spans
from {{ cookiecutter.namespace }}.kit.calling import budget
from {{ cookiecutter.namespace }}.kit.middleware.request_id import carrying
from {{ cookiecutter.namespace }}.kit.outbox.keeping import attempt, settle
from {{ cookiecutter.namespace }}.kit.outbox.models import Promise
from {{ cookiecutter.namespace }}.kit.problems import Problem

SECONDS = 5.0  # that one attempt gets
LEASE = timedelta(seconds=10)  # for which an attempt is taken to be under way; then its worker must have died


def keep_later(promise_id: UUID, due: datetime) -> None:
    """Remind the worker of a promise once it is due. In the transaction that is open, if one is."""
    keep.using(run_after=due).enqueue(str(promise_id))


def keep_soon(promise: Promise) -> bool:
    """Have an open promise kept when the worker comes to it. False where somebody else has been at it meanwhile."""
    now = timezone.now()
    if not _take(promise, until=now):
        return False
    keep_later(promise.pk, now)
    return True


@task
def keep(promise_id: str) -> str:
    """Try to keep a promise that is due. Gives the state that it is in then.

    One that is not due is left alone: somebody is at it, or another reminder comes in time. So however many reminders
    there are of one promise, they come to one attempt.
    """
    promise = Promise.objects.filter(pk=promise_id).first()
    if promise is None:
        return "forgotten"
    return promise.state if promise.due_at > timezone.now() else try_to_keep(promise)


def try_to_keep(promise: Promise) -> Promise.State:
    """Make one attempt, and come back to it later where it fails; none where somebody else has been at it meanwhile."""
    if not _take(promise, until=timezone.now() + LEASE):
        promise.refresh_from_db()
        return Promise.State(promise.state)
    answer: Any
    try:
        with budget(SECONDS), carrying(promise.request_id), spans.doing(f"keep {promise.what}"):
            answer = attempt(promise)
    except Problem as problem:
        answer = problem
    return settle_or_keep_later(promise, answer)


def settle_or_keep_later(promise: Promise, answer: Any) -> Promise.State:
    """Write down what an attempt came to, with a reminder of it where it leaves the promise open."""
    state = settle(promise, answer)
    if state == Promise.State.OPEN:
        keep_later(promise.pk, promise.due_at)
    return state


def _take(promise: Promise, *, until: datetime) -> int:
    # Whoever changes its time has it, and of several one does.
    unchanged = Promise.objects.filter(pk=promise.pk, state=Promise.State.OPEN, due_at=promise.due_at)
    return unchanged.update(due_at=until)
