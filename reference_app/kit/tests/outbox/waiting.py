"""Time that goes by in a test, and the reminders that wait for it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from clever.kit.outbox.models import Promise


def come_due(promise: Promise, *, late: timedelta = timedelta(0)) -> Promise:
    """Time goes by, until a promise and its reminders are due."""
    Promise.objects.filter(pk=promise.pk).update(due_at=timezone.now() - late)
    promise.refresh_from_db()
    reminders(promise.pk).update(run_after=promise.due_at)
    return promise


def reminders(promise_id: UUID) -> Any:
    """The tasks for one promise that no worker has taken yet."""
    ready = DBTaskResult.objects.filter(status="READY")
    found = [row.pk for row in ready if row.args_kwargs == {"args": [str(promise_id)], "kwargs": {}}]
    return DBTaskResult.objects.filter(pk__in=found)
