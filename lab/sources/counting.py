"""Lines of code: what is left of a file without its blanks, its comments and its docstrings."""

import ast
import io
import tokenize
from pathlib import Path

from lab.sources.find import whole
from lab.sources.places import NotThere, files, part

NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING}
NO_CODE |= {tokenize.ENDMARKER}


def code_lines(*places: str) -> int:
    """How many lines of Python are code: `lab.code_lines("coupon", "kit.outbox")`.

    A place is a part of the reference app as in `lab.show`, or a module or package of it. Tests and migrations do not
    count. Raises NotThere for a place that is not there.
    """
    return sum(count(whole(path).code) for place in places for path in _python_of(place))


def count(source: str) -> int:
    """The lines of one Python file that are code. A statement over three lines is three."""
    held = set[int]()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in NO_CODE:
            held.update(range(token.start[0], token.end[0] + 1))
    return len(held - _docstrings(source))


def _docstrings(source: str) -> set[int]:
    found = set[int]()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and (
            ast.get_docstring(node, clean=False) is not None
        ):
            said = node.body[0]
            found.update(range(said.lineno, (said.end_lineno or said.lineno) + 1))
    return found


def _python_of(place: str) -> list[Path]:
    name, _, module = place.partition(".")
    folder = part(name)
    within = folder.joinpath(*module.split(".")) if module else folder
    modules = [within.with_suffix(".py")] if within.with_suffix(".py").is_file() else []
    found = modules or [path for path in files(within) if path.suffix == ".py"]
    if not found:
        raise NotThere(f"{name} has no module or package {module!r} with code in it")
    return found
