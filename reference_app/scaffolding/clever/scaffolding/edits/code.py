"""A little more in a Python file: an entry of what is assigned to a name, or a line after others of its kind."""

import ast

from clever.scaffolding.edits.errors import NoPlace

type Literal = ast.List | ast.Tuple | ast.Dict


def with_entry(source: str, name: str, entry: str) -> str:
    """`source` with `entry` at the end of what it assigns to `name`, before a comma that may stand there.

    Raises NoPlace where it assigns no such list, tuple or dict, or an empty tuple, which would be none with one entry.
    """
    value = _assigned(source, name)
    lines = source.encode().splitlines(keepends=True)  # ast counts bytes
    if found := _entries(value, name):
        row, column, more = (found[-1].end_lineno or 0) - 1, found[-1].end_col_offset or 0, f", {entry}"
    else:
        row, column, more = value.lineno - 1, value.col_offset + 1, entry
    lines[row] = lines[row][:column] + more.encode() + lines[row][column:]
    return b"".join(lines).decode()


def with_line_after(source: str, start: str, line: str, *, unless_after: str = "") -> str:
    """`source` with `line` after the last of the outermost statements that begins with `unless_after`, else `start`.

    Raises NoPlace where no statement begins so.
    """
    lines = source.splitlines(keepends=True)
    starts = [(one, lines[one.lineno - 1]) for one in ast.parse(source).body]
    for wanted in filter(None, (unless_after, start)):
        if found := [one for one, text in starts if text.startswith(wanted)]:
            row = found[-1].end_lineno or 0
            return "".join([*lines[:row], f"{line}\n", *lines[row:]])
    raise NoPlace(f"no statement begins with {start}")


def _assigned(source: str, name: str) -> ast.expr:
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Assign) and name in map(ast.unparse, statement.targets):
            return statement.value
    raise NoPlace(f"{name} is assigned nowhere")


def _entries(value: ast.expr, name: str) -> list[ast.expr]:
    found = value.values if isinstance(value, ast.Dict) else getattr(value, "elts", None)
    if found is None or (not found and isinstance(value, ast.Tuple)):
        raise NoPlace(f"{name} is no list, tuple or dict with something in it")
    return found
