"""Whose tables are made where."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_2_3.asking import TABLE, as_django_asks

ALIASES = ("default", *dict.fromkeys(TABLE.values()), "replica")
APPS = (*TABLE, "auth", "sessions")


@exercise(
    "2.3.2",
    hints=(
        "Not 'which database is this', but 'is it this app's own?'",
        "The home of an app is TABLE.get(app_label, 'default'). Compare it with db.",
        "Answer True or False, and never None: where no router has an opinion, Django takes that for a yes.",
    ),
)
def migrating(answer: Any) -> str:
    """a router: a class with allow_migrate, which takes a database's alias, an app's label and hints"""
    router = as_django_asks(answer)
    if not hasattr(answer, "allow_migrate"):
        raise Wrong("Your router has no allow_migrate, and Django takes that for a yes: every table, everywhere.")
    for alias in ALIASES:
        for app in APPS:
            home = TABLE.get(app, "default")
            wanted = alias == home
            for hints in ({"model_name": "row"}, {"model_name": None, "because": "a RunPython step"}):
                if bool(router.allow_migrate(alias, app, **hints)) == wanted:
                    continue
                given = answer().allow_migrate(alias, app, **hints)
                said = f"Your router says {given!r}" + (", and Django takes None for a yes" if given is None else "")
                raise Wrong(
                    f"Are tables of {app!r} made in {alias!r}? {said}. {app!r} lives in {home!r}, "
                    f"so it should be {wanted}."
                )
    return "Right. Each table is made at home and in no other place. (What else is written down elsewhere, you know.)"
