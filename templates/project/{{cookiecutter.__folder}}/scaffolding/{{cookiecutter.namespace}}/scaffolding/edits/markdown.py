"""Rows for the tables of a README."""

from {{ cookiecutter.namespace }}.scaffolding.edits.errors import NoPlace


def with_row(text: str, header: str, row: str) -> str:
    """`text` with one row more at the end of the table that begins with this header. Raises NoPlace without one."""
    lines = text.splitlines()
    if header not in lines:
        raise NoPlace(f"there is no table {header}")
    end = lines.index(header)
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    return "\n".join([*lines[:end], row, *lines[end:]]) + "\n"
