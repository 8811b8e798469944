"""Telling a starter from an answer."""

import dis
from collections.abc import Mapping
from types import FunctionType
from typing import Any


def is_unanswered(answer: Any) -> bool:
    """Whether an answer is still the dots it began as: bare, in a collection, or all of a function or class."""
    if answer is ...:
        return True
    if isinstance(answer, Mapping):
        return any(is_unanswered(value) for value in answer.values())
    if isinstance(answer, list | tuple | set | frozenset):
        return any(one is ... for one in answer)
    if isinstance(answer, FunctionType):
        return _does_nothing(answer)
    if isinstance(answer, type):
        methods = [one for one in vars(answer).values() if isinstance(one, FunctionType)]
        return bool(methods) and all(map(_does_nothing, methods))
    return False


def _does_nothing(function: FunctionType) -> bool:
    """Whether a function's body is only dots, `pass` or a docstring, or returns None at once."""
    steps = [step for step in dis.get_instructions(function) if step.opname not in {"RESUME", "NOP"}]
    names = [step.opname for step in steps]
    return names in (["RETURN_CONST"], ["LOAD_CONST", "RETURN_VALUE"]) and steps[0].argval is None
