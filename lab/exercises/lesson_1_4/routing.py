"""1.4.4: a router for a replica."""

import inspect
from types import SimpleNamespace
from typing import Any

from lab.checks import Wrong, exercise

SALE, SESSION = (SimpleNamespace(_meta=SimpleNamespace(app_label=name)) for name in ("cafe", "sessions"))


@exercise(
    "1.4.4",
    hints=(
        "Four methods: db_for_read, db_for_write, allow_relation, allow_migrate. Look at the router of the lesson.",
        "model._meta.app_label is the app's name: 'cafe', or 'sessions'.",
        "A router that returns None has no opinion, and Django goes by its own. To refuse, return False.",
    ),
)
def router(answer: Any) -> str:
    """a class with the four methods of a database router"""
    if not isinstance(answer, type):
        raise Wrong(f"A router is a class, and yours is {answer!r}.")
    made = answer()
    for model, name in ((SALE, "cafe"), (SESSION, "sessions")):
        _expect(made, "db_for_write", (model,), {"instance": None}, "default", f"A model of {name} is written")
    _expect(made, "db_for_read", (SALE,), {}, "replica", "A model of cafe is read")
    why = "Who has just logged in must be known at once, so a session is read"
    _expect(made, "db_for_read", (SESSION,), {}, "default", why)
    one, other = (SimpleNamespace(_state=SimpleNamespace(db=name)) for name in ("default", "replica"))
    _expect(made, "allow_relation", (one, other), {}, True, "Both databases hold the same rows, so a relation is fine")
    hints = {"model_name": "sale"}
    # None is no opinion, and where no router has one, Django migrates.
    _expect(made, "allow_migrate", ("default", "cafe"), hints, True, "The primary gets its tables", or_else=None)
    why = "A replica gets its tables from the primary (and None would let Django migrate it)"
    for app in ("cafe", "sessions"):
        _expect(made, "allow_migrate", ("replica", app), hints, False, why)
    return "Right. Reads are spread, writes are not, and nobody is logged out by a third of a second."


def _expect(
    router: Any, method: str, arguments: tuple[Any, ...], hints: Any, wanted: object, why: str, **accepted: object
) -> None:
    """Ask the router as Django does. Another answer is `accepted` where Django takes it for the same."""
    said = f"{method}({', '.join(_word(one) for one in arguments)})"
    asked = getattr(router, method, None)
    if asked is None:
        raise Wrong(f"{why}: {method} should say {wanted!r}, and you have no {method}.")
    try:
        inspect.signature(asked).bind(*arguments, **hints)
    except TypeError as error:
        raise Wrong(f"Django calls {method} with more than you take ({error}): let it end in **hints.") from error
    got = asked(*arguments, **hints)
    if got != wanted and got not in accepted.values():
        raise Wrong(f"{why}: {said} should be {wanted!r}, and yours is {got!r}.")


def _word(argument: Any) -> str:
    if isinstance(argument, str):
        return repr(argument)
    known = {id(SALE): "Sale", id(SESSION): "Session"}
    return known.get(id(argument)) or f"an object of {argument._state.db}"
