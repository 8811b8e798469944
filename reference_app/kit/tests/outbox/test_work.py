import logging
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import InterfaceError, OperationalError
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult
from waiting import reminders

from clever.kit.outbox.management.commands import work as command
from clever.kit.outbox.models import Promise
from clever.kit.problems import CalleeAway, Conflict


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The worker takes this process's signals and loggers for its own, which the other tests want back."""
    for module in (command, db_worker):  # or it would end this test's transaction
        monkeypatch.setattr(module, "close_old_connections", lambda: None)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)}
    levels = {logger: logger.level for logger in map(logging.getLogger, ("django.tasks", "django_tasks_db"))}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)
    for logger, level in levels.items():
        logger.setLevel(level)


# Once


def once() -> str:
    out = StringIO()
    call_command("work", "--once", stdout=out)
    return out.getvalue()


def test_once_keeps_all_that_is_open_whether_it_is_due_or_not(promised: Any, due: Any, callee: Any) -> None:
    for _ in range(2):
        due()
        promised()

    assert once() == "work: no promise is open\n"

    assert {row.state for row in Promise.objects.all()} == {"kept"}
    assert len(callee.asked) == 4


def test_once_fails_while_something_stays_open_and_says_why(due: Any, callee: Any) -> None:
    due()
    due()
    callee.fails.append(CalleeAway("parcels cannot be reached"))

    with pytest.raises(CommandError, match="work: 1 still open; the first: parcels cannot be reached"):
        once()


def test_once_is_one_attempt_each_however_long_they_take(due: Any, callee: Any) -> None:
    for _ in range(3):
        due()
    callee.fails.extend([CalleeAway("away")] * 3)
    # Each attempt takes so long that those before it are due again.
    callee.meanwhile.extend([partial(Promise.objects.update, due_at=timezone.now() - timedelta(1))] * 3)

    with pytest.raises(CommandError, match="3 still open"):
        once()

    assert len(callee.asked) == 3


def test_once_does_not_take_a_refusal_for_something_open(due: Any, callee: Any) -> None:
    due()
    callee.fails.append(Conflict("taken"))

    assert once() == "work: no promise is open\n"


@pytest.mark.django_db
def test_once_has_nothing_to_do_where_nothing_was_promised() -> None:
    assert once() == "work: no promise is open\n"


# Until it is told to stop


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No other thread looks after what is overdue: it would not see the rows of this test. Nor does it run for ever."""
    monkeypatch.setattr(command, "_look_after", lambda stopped: None)
    before = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("nothing has stopped the worker"))
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def stop(*_: Any) -> None:
    signal.raise_signal(signal.SIGTERM)


def test_it_keeps_what_is_due_until_it_is_told_to_stop(due: Any, callee: Any, alone: None) -> None:
    first, second = due(late=timedelta(seconds=1)), due()
    callee.meanwhile.extend([lambda: None, stop])

    call_command("work")

    assert {row.state for row in Promise.objects.filter(pk__in=[first.pk, second.pk])} == {"kept"}


def test_what_it_is_at_when_it_is_told_to_stop_it_ends_and_begins_no_other(due: Any, callee: Any, alone: None) -> None:
    first, second = due(late=timedelta(seconds=1)), due()
    callee.meanwhile.append(stop)

    call_command("work")

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("kept", "open")
    assert reminders(second.pk).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_while_it_waits_it_stops_at_once_and_with_success(
    alone: None, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(db_worker.time, "sleep", lambda seconds: [waited.append(seconds), signal.raise_signal(number)])

    with pytest.raises(SystemExit) as stopped:
        call_command("work")

    assert stopped.value.code in (0, None)
    assert waited == [command.INTERVAL]


@pytest.mark.parametrize("error", [OperationalError("the server has gone"), InterfaceError("connection is closed")])
def test_a_database_that_goes_away_does_not_end_it(
    alone: None, monkeypatch: pytest.MonkeyPatch, caplog: Any, error: Exception
) -> None:
    monkeypatch.setattr(command, "EVERY", 0)
    comes_to: list[Exception | None] = [error, error, None]

    def worker(*args: Any, **options: Any) -> None:
        if (outcome := comes_to.pop(0)) is not None:
            raise outcome

    monkeypatch.setattr(command, "call_command", worker)

    call_command("work")

    assert comes_to == []
    assert caplog.messages == [f"the database does not answer: {error}"] * 2


def work_off() -> None:
    """What is due, and no more."""
    call_command(command.Worker(), batch=True, interval=0, startup_delay=False, reload=False)


def test_a_task_that_went_well_leaves_no_line_in_the_log(due: Any, callee: Any, caplog: Any) -> None:
    caplog.set_level(logging.INFO)
    due()

    work_off()

    assert len(callee.asked) == 1
    assert caplog.records == []


def test_a_task_that_failed_leaves_its_traceback_in_the_log(due: Any, monkeypatch: Any, caplog: Any) -> None:
    monkeypatch.setattr("clever.kit.outbox.tasks.attempt", lambda promise: 1 // 0)
    due()

    work_off()

    assert "ZeroDivisionError" in caplog.text


# Beside it, a thread that looks after what is overdue


class Rounds:
    """What tells the thread to stop: after so many rounds."""

    def __init__(self, number: int) -> None:
        self.number = number

    def wait(self, seconds: float) -> bool:
        assert seconds == command.EVERY
        self.number -= 1
        return self.number == 0


def look_after(rounds: int = 1) -> None:
    command._look_after(Rounds(rounds))  # type: ignore[arg-type]


def test_what_is_overdue_is_brought_to_the_worker(due: Any) -> None:
    made = due(late=timedelta(seconds=30))
    reminders(made.pk).delete()

    look_after()

    assert reminders(made.pk).count() == 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OperationalError("it is locked"), "the database does not answer: it is locked"),
        (InterfaceError("closed"), "the database does not answer: closed"),
        (ZeroDivisionError("a fault"), "what is overdue was not looked for"),
    ],
)
def test_nothing_that_goes_wrong_ends_the_looking(
    due: Any, monkeypatch: pytest.MonkeyPatch, caplog: Any, error: Exception, said: str
) -> None:
    made = due(late=timedelta(seconds=30))
    reminders(made.pk).delete()
    remind: Callable[[], int] = command.remind
    fails = [error, error]

    def fail_twice() -> int:
        if fails:
            raise fails.pop(0)
        return remind()

    monkeypatch.setattr(command, "remind", fail_twice)

    look_after(rounds=3)

    assert caplog.messages == [said, said]
    assert reminders(made.pk).count() == 1


def test_tasks_that_were_done_long_ago_leave_no_trace_and_their_promises_do(due: Any) -> None:
    old, young = due(), due()
    work_off()
    for made, days in ((old, command.FORGOTTEN_DAYS + 1), (young, command.FORGOTTEN_DAYS - 1)):
        done = [row.pk for row in DBTaskResult.objects.all() if row.args_kwargs["args"] == [str(made.pk)]]
        DBTaskResult.objects.filter(pk__in=done).update(finished_at=timezone.now() - timedelta(days=days))

    look_after()

    assert [row.args_kwargs["args"] for row in DBTaskResult.objects.all()] == [[str(young.pk)]]
    assert Promise.objects.count() == 2


def test_tidying_up_is_not_done_each_time(due: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    tidied: list[str] = []
    monkeypatch.setattr(command, "TIDYING", 3)
    monkeypatch.setattr(command, "remind", lambda: 0)
    monkeypatch.setattr(command, "call_command", lambda name, **options: tidied.append(name))

    look_after(rounds=7)

    assert tidied == ["prune_db_task_results"] * 3
