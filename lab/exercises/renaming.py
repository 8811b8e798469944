"""A column that is renamed while two releases of a program run: `guest` becomes `customer`."""

from collections.abc import Sequence
from dataclasses import dataclass

STEPS = {
    "add": "a migration adds the column `customer`, which may be empty",
    "write both": "a release writes each name into both columns",
    "copy": "a command copies `guest` into `customer` wherever that is empty",
    "read new": "a release reads `customer`",
    "write new only": "a release writes `customer` only",
    "drop": "a migration drops the column `guest`",
}


@dataclass(frozen=True)
class Release:
    """What a release of the program does with the two columns."""

    reads: str = "guest"
    writes: tuple[str, ...] = ("guest",)

    def after(self, step: str) -> "Release":
        """The next release, if the step is one."""
        if step == "write both":
            return Release(self.reads, ("guest", "customer"))
        if step == "read new":
            return Release("customer", self.writes)
        if step == "write new only":
            return Release(self.reads, ("customer",))
        return self


class Table:
    """Rows of names, under one column or two."""

    def __init__(self) -> None:
        self.columns = {"guest"}
        self.rows: list[dict[str, str]] = []

    def change(self, step: str) -> None:
        """Do what a migration or the command does. Raises KeyError, naming a column that is not there."""
        if step == "add":
            self.columns.add("customer")
        elif step == "drop":
            self._need("guest")
            self.columns.remove("guest")
            for row in self.rows:
                row.pop("guest", None)
        elif step == "copy":
            self._need("guest", "customer")
            for row in self.rows:
                if "customer" not in row and "guest" in row:
                    row["customer"] = row["guest"]

    def write(self, release: Release, name: str) -> None:
        self._need(*release.writes)
        self.rows.append({"name": name, **dict.fromkeys(release.writes, name)})

    def unseen(self, release: Release) -> list[str]:
        """The names that this release does not find."""
        self._need(release.reads)
        return [row["name"] for row in self.rows if release.reads not in row]

    def _need(self, *columns: str) -> None:
        for column in columns:
            if column not in self.columns:
                raise KeyError(column)


def rename(steps: Sequence[str]) -> str:
    """Take the steps in this order, while guests order all the time. Returns what goes wrong first; empty if nothing.

    A release does not reach all processes at once, so after each one the release before it still runs too.
    """
    table, now = Table(), Release()
    table.write(now, "guest 0")
    for number, step in enumerate(steps, start=1):
        before, now = now, now.after(step)
        running = [before] if before == now else [before, now]
        try:
            table.change(step)
            for place, release in enumerate(running):
                table.write(release, f"guest {number}{' ab'[place + 1] if len(running) > 1 else ''}")
            missing = [(release, name) for release in running for name in table.unseen(release)]
        except KeyError as error:
            return f"Step {number}, {step!r}: somebody needs the column `{error.args[0]}`, and it is not there. A 500."
        if missing:
            release, name = missing[0]
            return (
                f"Step {number}, {step!r}: a program that reads `{release.reads}` still runs, "
                f"and does not find the name of {name}, who has ordered."
            )
    return ""
