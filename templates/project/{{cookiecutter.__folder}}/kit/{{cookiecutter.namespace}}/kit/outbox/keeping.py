"""Keep a promise, and write down what came of it."""

import logging
from datetime import timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string
from pydantic import validate_call

from {{ cookiecutter.namespace }}.kit.outbox.models import Promise
from {{ cookiecutter.namespace }}.kit.problems import Conflict, Invalid, NotFound, Problem
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for

log = logging.getLogger(__name__)
State = Promise.State

REFUSALS = (NotFound, Conflict, Invalid)
LONGEST_WAIT = 30  # seconds between two attempts


def attempt(promise: Promise) -> Any:
    """Make the call. Raises the Problem that it comes to. Touches no database, so that any thread may do it.

    A fault of ours is a Problem too, and in the log: it holds up neither the request nor other promises, and a promise
    outlives it until the next release.
    """
    try:
        return validate_call(import_string(promise.what))(**promise.about)
    except Problem:
        raise
    except Exception as fault:
        log.exception("a promise met a fault", extra={"promise": str(promise.pk), "what": promise.what})
        raise Problem(f"a fault of ours, which the log tells of: {type(fault).__name__}") from fault


def settle(promise: Promise, answer: Any) -> Promise.State:
    """Write down what an attempt came to; somebody else may have been quicker. Gives the state that it is in now."""
    if not isinstance(answer, Problem):
        _end(promise, State.KEPT, about={})
    elif is_refusal(answer):
        log.error("a promise was refused: %s", answer.detail, extra={"promise": str(promise.pk), "what": promise.what})
        _end(promise, State.REFUSED, complaint=answer.detail[:300])
    else:
        wait = timedelta(seconds=min(2**promise.attempts, LONGEST_WAIT))
        _update(promise, due_at=timezone.now() + wait, complaint=answer.detail[:300])
    promise.refresh_from_db()
    return State(promise.state)


def is_refusal(problem: Problem) -> bool:
    """Whether a callee has said no for good. All else may be other tomorrow: it is away, or our credentials are wrong.

    A NotFound of no kind of its own is an address that nobody knows: the callee's release is another one, or a proxy
    has lost its way.
    """
    return isinstance(problem, REFUSALS) and type(problem) is not NotFound


def _end(promise: Promise, state: Promise.State, **values: Any) -> None:
    _update(promise, state=state, ended_at=timezone.now(), **values)


def _update(promise: Promise, **values: Any) -> None:
    with atomic_for(Promise):
        still_open = Promise.objects.filter(pk=promise.pk, state=State.OPEN)
        still_open.update(attempts=F("attempts") + 1, **values)
