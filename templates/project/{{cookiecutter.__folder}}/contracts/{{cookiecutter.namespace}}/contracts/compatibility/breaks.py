"""Breaks that are meant: released/breaks.toml, one table each, reviewed as code is.

[[break]]
service = "coupon"
operation = "GET /api/coupon/redemptions"
change = "is gone"
reason = "deprecated since 2.3; the logs of October name no caller any more"
date = 2027-01-31
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from {{ cookiecutter.namespace }}.contracts.compatibility.change import Change
from {{ cookiecutter.namespace }}.contracts.compatibility.errors import ContractsError

FILE = "breaks.toml"
TEXTS = ("service", "operation", "change", "reason")


@dataclass(frozen=True)
class Break:
    """One of them. `change` is in the words in which it is told, and it is allowed from `date` on."""

    service: str
    operation: str
    change: str
    reason: str
    date: date

    def allows(self, change: Change) -> bool:
        """Whether this is the change that it means, whatever the day is."""
        return (self.service, self.operation, self.change) == (change.service, change.operation, change.what)

    def __str__(self) -> str:
        return f"{self.service}: {self.operation} {self.change}"


def read_breaks(text: str, name: str) -> list[Break]:
    """Those that the file of that name has. Raises ContractsError where it is malformed."""
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContractsError(f"{name} is no TOML: {error}") from error
    tables = parsed.pop("break", [])
    if parsed or not isinstance(tables, list):
        raise ContractsError(f"{name}: each break is a table of a list, under [[break]], and there is nothing else")
    return [_parsed(table, f"{name}, break {number}") for number, table in enumerate(tables, start=1)]


def allowing(change: Change, breaks: Iterable[Break]) -> Break | None:
    """The one that means this change."""
    return next((each for each in breaks if each.allows(change)), None)


def _parsed(table: dict[str, object], name: str) -> Break:
    unknown = sorted(table.keys() - {*TEXTS, "date"})
    if unknown:
        raise ContractsError(f"{name}: there is no {unknown[0]!r}; it has {', '.join(TEXTS)} and date")
    texts = {key: table.get(key) for key in TEXTS}
    for key, value in texts.items():
        if not (isinstance(value, str) and value.strip()):
            raise ContractsError(f"{name}: {key} is missing; say it in words")
    day = table.get("date")
    if type(day) is not date:
        raise ContractsError(f"{name}: date is missing; say from which day on it is allowed, such as 2027-01-31")
    return Break(**{key: str(value) for key, value in texts.items()}, date=day)
