"""Telling a starter from an answer."""

import ast
import dis
import inspect
from collections.abc import Mapping
from textwrap import dedent
from types import FunctionType
from typing import Any


def is_unanswered(answer: Any) -> bool:
    """Whether an answer is still the dots it began as: bare, in a collection, or all of a function or class.

    An empty text is one as well; inside of a collection it may be an answer.
    """
    if answer is ...:
        return True
    if isinstance(answer, str):
        return not answer.strip()  # a starter that wants a text begins with an empty one
    if isinstance(answer, Mapping):
        return any(not isinstance(value, str) and is_unanswered(value) for value in answer.values())
    if isinstance(answer, list | tuple | set | frozenset):
        return any(one is ... for one in answer)
    if isinstance(answer, FunctionType):
        return _does_nothing(answer) or _keeps_its_dots(answer)
    if isinstance(answer, type):
        return all(isinstance(one, FunctionType) and is_unanswered(one) for one in _own(answer))
    return False


def _does_nothing(function: FunctionType) -> bool:
    """Whether a function's body is only dots, `pass` or a docstring, or returns None at once."""
    steps = [step for step in dis.get_instructions(function) if step.opname not in {"RESUME", "NOP"}]
    names = [step.opname for step in steps]
    return names in (["RETURN_CONST"], ["LOAD_CONST", "RETURN_VALUE"]) and steps[0].argval is None


def _keeps_its_dots(function: FunctionType) -> bool:
    """Whether a line of the body is still `...`: a starter may have lines of its own before them."""
    try:
        [written] = ast.parse(dedent(inspect.getsource(function))).body
    except (OSError, SyntaxError, ValueError):  # its source is not kept, or it is part of a longer line
        return False
    return isinstance(written, ast.FunctionDef) and any(map(_is_dots, written.body))


def _is_dots(line: ast.stmt) -> bool:
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) and line.value.value is ...


def _own(written: type) -> list[Any]:
    """What a class says itself, without the names that Python gives it or its metaclass adds."""
    said = [
        value
        for name, value in vars(written).items()
        if not name.startswith("__") or isinstance(value, FunctionType) or (name == "__annotations__" and value)
    ]
    return [value for value in said if _module(value) in (None, written.__module__)]


def _module(value: Any) -> str | None:
    """The module in which a function or property was written; None for anything else."""
    function = value.fget if isinstance(value, property) else value
    return function.__module__ if isinstance(function, FunctionType) else None
