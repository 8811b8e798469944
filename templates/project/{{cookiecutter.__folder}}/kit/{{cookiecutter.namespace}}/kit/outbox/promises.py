"""Promise a call, and keep promises in the very request that made them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from functools import partial
from inspect import signature
from typing import Any
from uuid import UUID, uuid4

from django.db import router, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from pydantic_core import to_jsonable_python

from {{ cookiecutter.namespace }}.kit.calling import together
from {{ cookiecutter.namespace }}.kit.middleware import request_id
from {{ cookiecutter.namespace }}.kit.outbox.keeping import attempt
from {{ cookiecutter.namespace }}.kit.outbox.models import Promise
from {{ cookiecutter.namespace }}.kit.outbox.tasks import keep_later, settle_or_keep_later

GRACE = timedelta(seconds=5)  # more than a request's budget: so long the worker leaves a promise to the request


def promise(what: Callable[..., Any], *, promise_id: UUID | None = None, **about: Any) -> UUID:
    """Put on record that `what` will be called with `about`, which must be known to JSON. Once an id, which it gives.

    `what` is a function of a module. It may be called several times, and in any thread: it calls other services with
    keys that they know again, and touches no database of its own.
    Raises RuntimeError outside of a transaction: a promise stands or falls with the facts that call for it. Raises
    TypeError where the worker could not make that call.
    """
    path = _path_of(what, about)
    using = router.db_for_write(Promise)
    if not transaction.get_connection(using).in_atomic_block:
        raise RuntimeError("a promise was made outside of the transaction with the facts that call for it")
    due = timezone.now() + GRACE
    values = {"what": path, "about": to_jsonable_python(about), "due_at": due, "request_id": request_id.current.get()}
    made, first = Promise.objects.get_or_create(pk=promise_id or uuid4(), defaults=values)
    if first:
        keep_later(made.pk, due)
    return made.pk


def keep_now(promise_ids: Iterable[UUID]) -> None:
    """Try to keep those of them that are open, side by side, in what is left of the request's budget.

    What does not succeed stays open. Raises RuntimeError inside a transaction.
    """
    still_open = Promise.objects.filter(pk__in=list(promise_ids), state=Promise.State.OPEN)
    owed = {str(one.pk): one for one in still_open}
    answers = together(**{key: partial(attempt, one) for key, one in owed.items()})
    for key, answer in answers.items():
        settle_or_keep_later(owed[key], answer)


def states_of(promised: Mapping[str, UUID]) -> dict[str, Any]:
    """What has become of promises, by the names that whoever made them has for them. Unknown ones are left out."""
    found = dict(Promise.objects.filter(pk__in=promised.values()).values_list("pk", "state"))
    return {name: found[promise_id] for name, promise_id in promised.items() if promise_id in found}


def _path_of(what: Callable[..., Any], about: dict[str, Any]) -> str:
    try:
        path = f"{what.__module__}.{what.__qualname__}"
        found = import_string(path)
    except (AttributeError, ImportError):
        found = None
    if found is not what:
        raise TypeError(f"{what!r} cannot be promised: it is no function of a module, so no worker could find it again")
    try:
        signature(what).bind(**about)
    except TypeError as error:
        raise TypeError(f"{path} cannot be promised with these arguments: {error}") from None
    return path
