"""Coming back to promises whose worker has died, or whose reminder was lost."""

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from {{ cookiecutter.namespace }}.kit.outbox.models import Promise
from {{ cookiecutter.namespace }}.kit.outbox.tasks import keep, keep_soon

LATE = timedelta(seconds=2)  # behind its time, after which nobody seems to be at it


def remind() -> int:
    """Have all open promises kept that are LATE. Gives how many these are.

    None while the worker has a queue before it: they may just be waiting there for their turn. Several may do this at
    once, and each promise is taken by one of them.
    """
    if DBTaskResult.objects.ready().filter(task_path=keep.module_path).exists():
        return 0
    late = Promise.objects.filter(state=Promise.State.OPEN, due_at__lte=timezone.now() - LATE)
    return sum(keep_soon(promise) for promise in late.order_by("due_at").defer("about"))
