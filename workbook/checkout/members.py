"""Which distributions a stage needs: its own, and all of ours that it depends on."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbook.errors import BookError

# Beside the stage itself: what starts it, and what proves that it behaves.
ALWAYS = ("clever-runner", "clever-acceptance")
# Beside a stage that one service more can join: what makes it.
GROWING = "clever-scaffolding"


@dataclass(frozen=True)
class Member:
    """One distribution of the reference app."""

    name: str
    folder: Path
    needs: tuple[str, ...]  # the names of the distributions that it depends on, extras and all, without versions
    extras: tuple[str, ...] = ()
    has_settings: bool = False  # it brings the Django settings that its tests need
    asks: tuple[str, ...] = ()  # what it cannot do without, as it says it: `clever-kit[outbox]`

    @property
    def requirement(self) -> str:
        """What to depend on to get it whole: `clever-stage-split[all]` where there is an extra of that name."""
        return f"{self.name}[all]" if "all" in self.extras else self.name


def read_members(reference_app: Path) -> dict[str, Member]:
    """All distributions of the reference app, by name."""
    return {member.name: member for member in _found(reference_app)}


def needed_by(stage: str, members: dict[str, Member], *, grows: bool = False) -> list[Member]:
    """The stage's distribution, those it needs, and those that they need, in the order of their names.

    `grows`: one service more may join it.

    Raises BookError for an unknown stage.
    """
    own = f"clever-stage-{stage}"
    if own not in members:
        known = sorted(name.removeprefix("clever-stage-") for name in members if name.startswith("clever-stage-"))
        raise BookError(f"unknown stage {stage!r}; there are: {', '.join(known)}")
    waiting, found = [own, *ALWAYS, *([GROWING] if grows else [])], set[str]()
    while waiting:
        name = waiting.pop()
        if name in members and name not in found:
            found.add(name)
            waiting.extend(members[name].needs)
    return [members[name] for name in sorted(found)]


def extras_tested_apart(members: list[Member]) -> dict[Path, bool]:
    """The tests of what only an extra brings, each folder called as the extra is, and whether that extra is there.

    They have settings of their own, in a pytest.ini.
    """
    asked = {requirement for member in members for requirement in member.asks}
    return {
        ini.parent: f"{member.name}[{ini.parent.name}]" in asked
        for member in members
        for ini in sorted(member.folder.glob("tests/*/pytest.ini"))
    }


def _found(reference_app: Path) -> Iterator[Member]:
    for file in sorted(reference_app.rglob("pyproject.toml")):
        table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
        project, extras = table["project"], table["project"].get("optional-dependencies", {})
        needed = [*project.get("dependencies", ()), *(each for extra in extras.values() for each in extra)]
        tests = table.get("tool", {}).get("pytest", {}).get("ini_options", {})
        yield Member(
            project["name"],
            file.parent,
            needs=tuple(_name(requirement) for requirement in needed),
            extras=tuple(extras),
            has_settings="DJANGO_SETTINGS_MODULE" in tests,
            asks=tuple(project.get("dependencies", ())),
        )


def _name(requirement: str) -> str:
    """`psycopg[binary]>=3` as `psycopg`."""
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    return match[0].lower() if match else requirement
