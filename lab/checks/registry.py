"""Which exercises there are. A lesson's are in the folder `lab/exercises/lesson_<n>_<m>`, and register themselves."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from inspect import cleandoc
from typing import Any

import lab.exercises
from lab.errors import LabError

Body = Callable[[Any], str | None]


class Wrong(Exception):
    """Raised by a check. Its message says what is wrong, concretely: what was expected where, and what came."""


@dataclass(frozen=True)
class Exercise:
    """One exercise: its id such as "1.1.1", what an answer is, how it is checked, and hints from faint to plain."""

    id: str
    expects: str
    body: Body
    hints: Sequence[str] = ()
    seconds: float = 60


_found: dict[str, Exercise] = {}


def exercise(id: str, *, hints: Sequence[str] = (), seconds: float = 60) -> Callable[[Body], Body]:
    """Register the decorated function as the check of exercise `id`.

    Its docstring tells the reader what an answer is. It takes the answer, raises Wrong, and may return praise. An
    answer that has not come to an end after `seconds` is told so.
    """

    def register(body: Body) -> Body:
        if not body.__doc__:
            raise TypeError(f"the check of exercise {id} needs a docstring: it tells a reader what an answer is")
        known = _found.get(id)
        # A module may be loaded anew, and then registers the same check again.
        if known is not None and _name(known.body) != _name(body):
            raise ValueError(f"exercise {id} is registered twice: by {_name(known.body)} and {_name(body)}")
        _found[id] = Exercise(id, cleandoc(body.__doc__), body, tuple(hints), seconds)
        return body

    return register


def _name(body: Body) -> str:
    return f"{body.__module__}.{body.__qualname__}"


def exercises() -> dict[str, Exercise]:
    """All exercises of all lessons, by id."""
    for module in pkgutil.iter_modules(lab.exercises.__path__):
        importlib.import_module(f"lab.exercises.{module.name}")
    return dict(sorted(_found.items()))


def find(id: str) -> Exercise:
    """The exercise with this id. Raises LabError with the nearest ids when there is none."""
    # Its own lesson first: a mistake in the checks of another lesson is no concern of this one's reader.
    lesson = f"lab.exercises.lesson_{'_'.join(id.split('.')[:2])}"
    if id not in _found and find_spec(lesson):
        importlib.import_module(lesson)
    if id in _found:
        return _found[id]
    known = exercises()
    near = get_close_matches(id, known, n=3, cutoff=0.4) or list(known)[:5]
    raise LabError(f"there is no exercise {id!r}: there is {', '.join(near) or 'none yet'}")
