from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from waiting import come_due, reminders

from clever.kit.outbox.models import Promise
from clever.kit.outbox.reminding import LATE, remind
from clever.kit.outbox.tasks import keep
from clever.kit.problems import CalleeAway, Conflict


def lost(promise: Promise) -> Promise:
    """Its reminders are gone, as when a worker has taken one and died."""
    reminders(promise.pk).delete()
    return promise


def test_only_what_is_late_is_taken(due: Any, promised: Any) -> None:
    late, not_so_late, to_come = lost(due(late=LATE)), lost(due(late=LATE / 2)), lost(promised())

    assert remind() == 1

    assert [reminders(made.pk).count() for made in (late, not_so_late, to_come)] == [1, 0, 0]


def test_what_is_taken_is_due_at_once(due: Any, callee: Any) -> None:
    late = lost(due(late=LATE))
    remind()

    assert reminders(late.pk).get().run_after <= timezone.now()
    assert keep.call(str(late.pk)) == "kept"


def test_what_has_been_taken_is_not_taken_again(due: Any) -> None:
    late = lost(due(late=LATE))
    remind()
    lost(late)  # so that no queue is in the way

    assert remind() == 0


def test_what_is_over_is_not_taken(due: Any, callee: Any) -> None:
    kept, refused = due(), due()
    keep.call(str(kept.pk))
    callee.fails.append(Conflict("taken"))
    keep.call(str(refused.pk))
    for made in (kept, refused):
        lost(come_due(made, late=LATE))

    assert remind() == 0


def test_nobody_is_reminded_while_the_worker_has_a_queue(due: Any) -> None:
    lost(due(late=LATE))
    due()

    assert remind() == 0


def test_a_queue_of_other_work_or_for_later_is_none(due: Any, promised: Any) -> None:
    late, other = lost(due(late=LATE)), due()
    reminders(other.pk).update(task_path="elsewhere.sweep")
    promised()

    assert remind() == 1
    assert reminders(late.pk).count() == 1


def test_a_task_that_runs_for_ever_since_its_worker_crashed_does_not_lose_the_promise(due: Any, callee: Any) -> None:
    made = due(late=LATE)
    reminders(made.pk).update(status="RUNNING", started_at=timezone.now() - timedelta(days=9), worker_ids=["dead"])

    assert remind() == 1

    assert keep.call(str(made.pk)) == "kept"
    assert DBTaskResult.objects.filter(status="RUNNING").count() == 1


def test_an_outage_does_not_heap_up_reminders(due: Any, callee: Any) -> None:
    made = due()
    callee.fails.extend([CalleeAway("away")] * 20)
    for _ in range(20):
        keep.call(str(made.pk))
        reminders(made.pk).exclude(run_after__gt=timezone.now()).update(status="SUCCESSFUL")
        come_due(made, late=LATE)
        remind()

    assert reminders(made.pk).count() == 1
    assert len(callee.asked) == 20
