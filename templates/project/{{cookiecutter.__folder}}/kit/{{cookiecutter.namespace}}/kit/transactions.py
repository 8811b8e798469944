"""Transactions that open the database which a model lives in, whatever the stage.

A bare `atomic()` opens `default`. In a project with several databases, such as the backoffice, that is the wrong one.
"""

from collections.abc import Callable
from typing import Any

from django.db import connections, models, router, transaction


def atomic_for(model: type[models.Model], *, durable: bool = False) -> Any:
    """`atomic` on the database that `model` is written to. Use as a context manager.

    Raises RuntimeError where `durable` is true inside another transaction.
    """
    return transaction.atomic(using=router.db_for_write(model), durable=durable)


def on_commit_for(model: type[models.Model], call: Callable[[], object]) -> None:
    """Call `call` once the transaction on `model`'s database has been committed."""
    transaction.on_commit(call, using=router.db_for_write(model))


def refuse_inside_atomic(what: str) -> None:
    """Raise RuntimeError where a transaction is open in this thread.

    Waiting for another process while a transaction is open holds its locks for as long as the other one likes.
    """
    for connection in connections.all(initialized_only=True):
        # The transaction that a TestCase wraps around each test is not one that the code under test has opened.
        if any(not getattr(block, "_from_testcase", False) for block in connection.atomic_blocks):
            raise RuntimeError(f"{what} inside a transaction on {connection.alias!r}; call before or after it")
