"""One entry more in a list, a tuple or a dict that a Python file assigns to a name."""

import ast

from clever.scaffolding.edits.errors import NoPlace

type Literal = ast.List | ast.Tuple | ast.Dict


def with_entry(source: str, name: str, entry: str) -> str:
    """`source` with `entry` at the end of what it assigns to `name`, before a comma that may stand there.

    Raises NoPlace where it assigns no such list, tuple or dict, or an empty one.
    """
    last = _entries(_assigned(source, name), name)[-1]
    lines = source.encode().splitlines(keepends=True)  # ast counts bytes
    row, column = (last.end_lineno or 0) - 1, last.end_col_offset or 0
    lines[row] = lines[row][:column] + f", {entry}".encode() + lines[row][column:]
    return b"".join(lines).decode()


def _assigned(source: str, name: str) -> ast.expr:
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Assign) and name in map(ast.unparse, statement.targets):
            return statement.value
    raise NoPlace(f"{name} is assigned nowhere")


def _entries(value: ast.expr, name: str) -> list[ast.expr]:
    found = value.values if isinstance(value, ast.Dict) else getattr(value, "elts", [])
    if not found:
        raise NoPlace(f"{name} is no list, tuple or dict with something in it")
    return found
