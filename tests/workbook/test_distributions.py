"""Each distribution of the reference app can be installed by itself: it declares all that it imports."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from workbook.book import REPOSITORY
from workbook.checkout.members import Member, read_members


def packages_of(member: Member) -> list[str]:
    """The packages that a distribution brings, such as `clever.service.app`."""
    table = tomllib.loads((member.folder / "pyproject.toml").read_text(encoding="utf-8"))
    names: str | list[str] = table["tool"]["uv"]["build-backend"]["module-name"]
    return [names] if isinstance(names, str) else names


MEMBERS = read_members(REPOSITORY / "reference_app")
INSTALLED = packages_distributions()
OURS = {package: member.name for member in MEMBERS.values() for package in packages_of(member)}
# Parts that only tests import: what they need is an extra.
TESTING = {"pytest", "pytest-django"}


def imported_by(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            # `from clever import runner` names the module last.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def distribution_of(module: str) -> str:
    """The distribution that a module comes from; empty for the standard library's."""
    for package, name in OURS.items():
        if f"{module}.".startswith(f"{package}."):
            return name
    first = module.partition(".")[0]
    return "" if first in sys.stdlib_module_names else re.sub(r"[-_.]+", "-", INSTALLED[first][0]).lower()


@pytest.mark.parametrize("member", MEMBERS.values(), ids=lambda member: member.name)
def test_a_distribution_declares_what_it_imports(member: Member) -> None:
    undeclared = {}
    for file in member.folder.rglob("*.py"):
        where = file.relative_to(member.folder)
        if "tests" in where.parts:
            continue
        allowed = {"", member.name, *member.needs, *(TESTING if "testing" in where.parts else ())}
        undeclared |= {name: str(where) for name in map(distribution_of, imported_by(file)) if name not in allowed}

    assert undeclared == {}
