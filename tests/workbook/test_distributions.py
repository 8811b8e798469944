"""Each distribution of the reference app can be installed by itself: it declares all that it imports."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

from workbook.book import REPOSITORY
from workbook.checkout.members import Member, read_members


def table_of(member: Member) -> dict[str, Any]:
    return tomllib.loads((member.folder / "pyproject.toml").read_text(encoding="utf-8"))


def packages_of(member: Member) -> list[str]:
    """The packages that a distribution brings, such as `clever.service.app`; none where it only says what it needs."""
    names: str | list[str] = table_of(member)["tool"]["uv"].get("build-backend", {}).get("module-name", [])
    return [names] if isinstance(names, str) else names


def extras_of(member: Member) -> dict[str, set[str]]:
    """What only a part of it needs, by the name of the part: `testing`, or a project of the split stage."""
    extras: dict[str, list[str]] = table_of(member)["project"].get("optional-dependencies", {})
    return {part: set(needs) for part, needs in extras.items()}


MEMBERS = read_members(REPOSITORY / "reference_app")
OURS = {package: member.name for member in MEMBERS.values() for package in packages_of(member)}


@cache  # it looks at every file of every distribution
def installed() -> Mapping[str, list[str]]:
    """The distributions that each installed package is of."""
    return packages_distributions()


def imported_by(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            # `from clever import runner` names the module last.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_from_elsewhere(file: Path) -> Iterator[str]:
    """What a test imports that is no module beside it."""
    return (name for name in imported_by(file) if not file.with_name(f"{name.partition('.')[0]}.py").exists())


def distributions_of(module: str) -> set[str]:
    """Those that a module may come from: several where they share a package, none for the standard library's."""
    for package, name in OURS.items():
        if f"{module}.".startswith(f"{package}."):
            return {name}
    first = module.partition(".")[0]
    if first in sys.stdlib_module_names:
        return set()
    return {re.sub(r"[-_.]+", "-", name).lower() for name in installed()[first]}


def is_strange(module: str, known: set[str]) -> bool:
    """Whether a module comes from a distribution, and from none of those that are known."""
    found = distributions_of(module)
    return bool(found) and not found & known


@pytest.mark.parametrize("member", MEMBERS.values(), ids=lambda member: member.name)
def test_a_distribution_declares_what_it_imports(member: Member) -> None:
    undeclared = {}
    for file in member.folder.rglob("*.py"):
        where = file.relative_to(member.folder)
        if "tests" in where.parts:
            continue
        allowed = {member.name, *member.needs}.union(*(extras_of(member).get(part, ()) for part in where.parts))
        undeclared |= {module: str(where) for module in imported_by(file) if is_strange(module, allowed)}

    assert undeclared == {}


def test_a_checkout_brings_what_the_tests_in_it_import() -> None:
    brought = {*MEMBERS}.union(*(member.needs for member in MEMBERS.values()))
    brought = brought.union(*(needs for member in MEMBERS.values() for needs in extras_of(member).values()))
    tests = [file for member in MEMBERS.values() for file in member.folder.glob("tests/**/*.py")]
    missing = {
        module: file.name for file in tests for module in imported_from_elsewhere(file) if is_strange(module, brought)
    }

    assert len(tests) > 50
    assert missing == {}


OF_PYTEST = {"parametrize", "usefixtures", "skipif", "skip", "xfail", "filterwarnings", "django_db"}
OF_OUR_PLUGINS = {"needs", "postgresql"}  # which are in a checkout as well


def test_a_checkout_knows_the_marks_of_the_tests_in_it() -> None:
    """It is given those that the project's own table explains. Others, such as `full`, are the workbook's alone."""
    table = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    known = OF_PYTEST | OF_OUR_PLUGINS | {re.split(r"\W", marker)[0] for marker in table["markers"]}
    tests = [file for member in MEMBERS.values() for file in member.folder.glob("tests/**/*.py")]
    marks = {mark: file.name for file in tests for mark in re.findall(r"pytest\.mark\.(\w+)", file.read_text("utf-8"))}

    assert {mark: where for mark, where in marks.items() if mark not in known} == {}
