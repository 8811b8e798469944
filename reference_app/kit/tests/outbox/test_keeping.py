from datetime import timedelta
from typing import Any

import pytest
from calls import PARCEL
from django.utils import timezone

from clever.kit import problems
from clever.kit.outbox.keeping import LONGEST_WAIT, attempt, settle
from clever.kit.outbox.models import Promise


class UnknownParcel(problems.NotFound):
    """A callee's own kind of NotFound."""


def test_a_call_is_made_with_what_was_promised(promised: Any, callee: Any) -> None:
    made = promised()

    attempt(Promise.objects.get(pk=made.pk))

    [asked] = callee.asked
    assert asked["parcel"] == PARCEL
    assert str(asked["key"]) == made.about["key"]


def test_an_attempt_touches_no_database(promised: Any, django_assert_num_queries: Any) -> None:
    made = promised()

    with django_assert_num_queries(0):
        attempt(made)


def test_a_problem_is_raised_as_it_is(promised: Any, callee: Any) -> None:
    problem = problems.Conflict("taken")
    callee.fails.append(problem)

    with pytest.raises(problems.Conflict) as caught:
        attempt(promised())

    assert caught.value is problem


@pytest.mark.parametrize("what", ["nowhere.at.all", "calls.gone", "calls.send"])
def test_a_call_that_cannot_be_made_is_a_problem_and_in_the_log(promised: Any, caplog: Any, what: str) -> None:
    made = promised()
    made.what, made.about = what, {"colour": "red"}

    with pytest.raises(problems.Problem, match="a fault of ours"):
        attempt(made)

    assert str(made.pk) in {getattr(record, "promise", None) for record in caplog.records}


def test_a_kept_promise_forgets_what_it_was_about(promised: Any) -> None:
    made = promised()

    assert settle(made, None) == "kept"

    made.refresh_from_db()
    assert (made.about, made.attempts, made.complaint) == ({}, 1, "")
    assert made.ended_at is not None


REFUSALS = [
    UnknownParcel("no parcel"),
    problems.Conflict("taken"),
    problems.Invalid("odd"),
    problems.KeyReused("other"),
]


@pytest.mark.parametrize("answer", REFUSALS, ids=lambda answer: type(answer).__name__)
def test_a_refusal_ends_it_and_says_why(promised: Any, caplog: Any, answer: problems.Problem) -> None:
    made = promised()
    about = made.about

    assert settle(made, answer) == "refused"

    made.refresh_from_db()
    assert (made.about, made.complaint) == (about, answer.detail)  # for whoever has to make it good
    assert made.ended_at is not None
    assert f"a promise was refused: {answer.detail}" in caplog.text


MAY_BE_OTHER_TOMORROW = [
    problems.CalleeAway("away"),
    problems.Unavailable("busy"),
    problems.Forbidden("no permit"),
    problems.Unauthenticated("who?"),
    problems.MethodNotAllowed("an older release"),
    problems.NotFound("an address that nobody knows"),
    problems.Problem("a fault of ours"),
]


@pytest.mark.parametrize("answer", MAY_BE_OTHER_TOMORROW, ids=lambda answer: type(answer).__name__)
def test_all_else_leaves_it_open_and_due_later(promised: Any, answer: problems.Problem) -> None:
    made = promised()
    about = made.about

    assert settle(made, answer) == "open"

    made.refresh_from_db()
    assert (made.about, made.attempts, made.complaint) == (about, 1, answer.detail)
    assert made.ended_at is None
    assert made.due_at > timezone.now()


def test_the_wait_grows_and_is_bounded(promised: Any) -> None:
    made = promised()
    waits = []
    for _ in range(8):
        before = timezone.now()
        settle(made, problems.CalleeAway("away"))
        waits.append(round((made.due_at - before) / timedelta(seconds=1)))

    assert waits == [1, 2, 4, 8, 16, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]


def test_after_a_year_of_attempts_it_is_still_tried(promised: Any) -> None:
    made = promised()
    Promise.objects.update(attempts=365 * 24 * 3600 // LONGEST_WAIT)
    made.refresh_from_db()

    settle(made, problems.CalleeAway("away"))

    assert made.due_at - timezone.now() <= timedelta(seconds=LONGEST_WAIT)


def test_what_somebody_else_has_kept_meanwhile_stays_kept(promised: Any) -> None:
    ours, theirs = promised(), Promise.objects.get()
    settle(theirs, None)

    assert settle(ours, problems.CalleeAway("away")) == "kept"
    assert settle(ours, problems.Conflict("taken")) == "kept"

    ours.refresh_from_db()
    assert (ours.attempts, ours.complaint) == (1, "")


def test_a_long_complaint_is_cut(promised: Any) -> None:
    made = promised()

    settle(made, problems.CalleeAway("away " * 1000))

    assert len(Promise.objects.get().complaint) == 300
