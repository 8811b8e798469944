"""Tables: HTML without fixed colours, and text drawn by rich."""

import io
import re
from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from lab.display.bundle import Shown
from lab.display.numbers import short
from lab.display.prose import prose

_LONG = re.compile(r"[^\s<>&;]{22,}")

WIDTH = 110
"""Columns of the text form: what a notebook's output holds without wrapping."""


class Table(Shown):
    """Named columns and rows. Numbers are shortened to three digits and stand to the right; `backticks` mark code."""

    def __init__(self, columns: Sequence[str], rows: Sequence[Sequence[Any]], *, title: str = "") -> None:
        self.columns = list(columns)
        self.rows = [list(row) for row in rows]
        self.title = title
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} cells in a table of {len(self.columns)} columns: {row!r}")

    def html(self) -> str:
        if not self.rows:
            return f'<p class="lab-note">{prose(self.title)}</p>'
        numeric = self._numeric()
        caption = f"<caption>{prose(self.title)}</caption>" if self.title else ""
        head = "".join(_cell("th", name, number) for name, number in zip(self.columns, numeric, strict=True))
        rows = [
            "".join(_cell("td", _shown(value), number) for value, number in zip(row, numeric, strict=True))
            for row in self.rows
        ]
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f'<table class="lab-table">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'

    def text(self) -> str:
        if not self.rows:
            return self.title
        table = RichTable(box=box.SIMPLE_HEAD)
        for name, number in zip(self.columns, self._numeric(), strict=True):
            table.add_column(Text(name), justify="right" if number else "left", overflow="fold")
        for row in self.rows:
            table.add_row(*(Text(_shown(value)) for value in row))
        return f"{self.title}\n{as_text(table)}" if self.title else as_text(table)

    def _numeric(self) -> list[bool]:
        """Which columns hold only numbers, or nothing."""
        columns = zip(*self.rows, strict=True) if self.rows else [()] * len(self.columns)
        return [
            bool(column) and all(_is_number(value) or value in (None, "") for value in column) for column in columns
        ]


def as_text(renderable: Any) -> str:
    """What rich draws, as plain lines without colour or trailing blanks."""
    out = io.StringIO()
    # Left to itself, rich shows what it draws in the notebook at once, beside what we return.
    console = Console(file=out, width=WIDTH, color_system=None, force_terminal=False, force_jupyter=False)
    console.print(renderable)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines() if line.strip())


def _cell(tag: str, text: str, number: bool) -> str:
    kind = ' class="lab-number"' if number else ""
    return f"<{tag}{kind}>{_breakable(prose(text))}</{tag}>"


def _breakable(html: str) -> str:
    """Paths and calls too long for a telephone may break after their punctuation; words may not."""
    return _LONG.sub(lambda word: re.sub(r"(?<=[/.(,=])(?=\w)", "<wbr>", word[0]), html)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return short(value) if _is_number(value) else str(value)
