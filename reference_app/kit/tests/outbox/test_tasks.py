from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from waiting import come_due, reminders

from clever.kit.calling import left
from clever.kit.middleware import request_id
from clever.kit.outbox import tasks
from clever.kit.outbox.models import Promise
from clever.kit.outbox.tasks import LEASE, SECONDS, keep, keep_later, keep_soon
from clever.kit.problems import CalleeAway, Conflict
from clever.kit.transactions import atomic_for


class Crash(BaseException):
    """The process dies: nothing that catches exceptions sees it."""


def test_what_is_due_is_kept(due: Any, callee: Any) -> None:
    made = due()

    assert keep.call(str(made.pk)) == "kept"

    made.refresh_from_db()
    assert made.state == "kept"
    assert len(callee.asked) == 1


def test_what_is_kept_later_carries_the_id_of_the_request_that_promised_it(promised: Any, callee: Any) -> None:
    with request_id.carrying("game-0000-0007"):
        made = promised()
    Promise.objects.update(due_at=timezone.now())
    heard: list[str] = []
    callee.meanwhile.append(lambda: heard.append(request_id.current.get()))

    keep.call(str(made.pk))

    assert heard == ["game-0000-0007"]
    assert request_id.current.get() == ""


def test_an_attempt_is_a_span_of_its_own(due: Any, callee: Any, recorder: Any) -> None:
    keep.call(str(due().pk))

    assert recorder.told == ["keep calls.send"]


def test_what_is_not_due_is_left_alone(promised: Any, callee: Any) -> None:
    made = promised()

    assert keep.call(str(made.pk)) == "open"

    assert callee.asked == []
    assert Promise.objects.get().due_at == made.due_at


def test_a_task_for_a_promise_that_is_over_does_nothing(due: Any, callee: Any) -> None:
    kept, refused = due(), due()
    callee.fails.append(Conflict("taken"))
    keep.call(str(refused.pk))
    keep.call(str(kept.pk))

    assert keep.call(str(kept.pk)) == "kept"
    assert keep.call(str(refused.pk)) == "refused"

    assert len(callee.asked) == 2


@pytest.mark.django_db
def test_a_task_for_a_promise_that_nobody_knows_does_nothing(callee: Any) -> None:
    assert keep.call(str(uuid4())) == "forgotten"

    assert callee.asked == []


def test_a_callee_that_is_away_leaves_it_open_with_a_reminder_for_later(due: Any, callee: Any) -> None:
    made = due()
    reminders(made.pk).delete()
    callee.fails.append(CalleeAway("away"))

    assert keep.call(str(made.pk)) == "open"

    made.refresh_from_db()
    assert made.due_at > timezone.now()
    assert reminders(made.pk).get().run_after == made.due_at


def test_several_reminders_of_one_promise_come_to_one_attempt_and_one_reminder(due: Any, callee: Any) -> None:
    made = due()
    callee.fails.append(CalleeAway("away"))
    reminders(made.pk).delete()

    for _ in range(3):
        keep.call(str(made.pk))

    assert len(callee.asked) == 1
    assert reminders(made.pk).count() == 1


def test_while_one_worker_is_at_it_another_leaves_it_alone(due: Any, callee: Any) -> None:
    made = due()
    others: list[str] = []
    callee.meanwhile.append(lambda: others.append(keep.call(str(made.pk))))

    assert keep.call(str(made.pk)) == "kept"

    assert others == ["open"]
    assert len(callee.asked) == 1


def test_of_two_workers_that_come_at_the_same_moment_one_makes_the_call(due: Any, callee: Any) -> None:
    made, seen_by_the_other = due(), Promise.objects.get()

    keep.call(str(made.pk))
    tasks.try_to_keep(seen_by_the_other)

    assert len(callee.asked) == 1


def test_a_worker_that_dies_between_the_call_and_its_record_makes_the_call_again(
    due: Any, callee: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*args: Any) -> None:
        raise Crash

    made = due()
    with monkeypatch.context() as dying:
        dying.setattr(tasks, "settle", crash)
        with pytest.raises(Crash):
            keep.call(str(made.pk))
    made.refresh_from_db()
    assert (made.state, made.attempts) == ("open", 0)
    assert timedelta(0) < made.due_at - timezone.now() <= LEASE

    come_due(made)
    assert keep.call(str(made.pk)) == "kept"

    first, second = callee.asked
    assert first == second


def test_an_attempt_has_a_budget(due: Any, callee: Any) -> None:
    time_left: list[Any] = []
    callee.meanwhile.append(lambda: time_left.append(left()))

    keep.call(str(due().pk))

    assert SECONDS - 1 < time_left[0] <= SECONDS


def test_a_promise_is_brought_forward_with_a_reminder(promised: Any) -> None:
    made = promised()
    reminders(made.pk).delete()

    assert keep_soon(made)

    made.refresh_from_db()
    assert made.due_at <= timezone.now()
    assert reminders(made.pk).get().run_after == made.due_at


def test_what_somebody_else_has_been_at_is_not_brought_forward(promised: Any) -> None:
    made, seen_by_the_other = promised(), Promise.objects.get()
    keep_soon(made)
    before = reminders(made.pk).count()

    assert not keep_soon(seen_by_the_other)

    assert reminders(made.pk).count() == before


def test_a_reminder_falls_with_the_transaction_that_is_open(promised: Any) -> None:
    made = promised()
    before = reminders(made.pk).count()

    def fail_halfway() -> None:
        with atomic_for(Promise):
            keep_later(made.pk, timezone.now())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()

    assert reminders(made.pk).count() == before
