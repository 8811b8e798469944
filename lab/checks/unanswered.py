"""Telling a starter from an answer."""

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


def _blank() -> None: ...


def _does_nothing(function: FunctionType) -> bool:
    """Whether a function's body is only dots, `pass` or a docstring: it has the code of one that is."""
    return function.__code__.co_code == _blank.__code__.co_code and not function.__code__.co_names
