"""The top-level modules that the reference app installs, whatever they are needed by."""

from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from workbook.book import REPOSITORY
from workbook.checkout.members import read_members


def needed_modules() -> set[str]:
    """Those of all libraries that its distributions depend on, and of the libraries that these depend on."""
    needed = _needed()
    return {
        module
        for module, distributions in packages_distributions().items()
        if not needed.isdisjoint(map(canonicalize_name, distributions))
    }


def _needed() -> set[str]:
    members = read_members(REPOSITORY / "reference_app")
    waiting, found = [name for member in members.values() for name in member.needs], set[str]()
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name not in found and name not in members:
            found.add(name)
            waiting.extend(_needs(name))
    return found


def _needs(distribution: str) -> Iterator[str]:
    for requirement in map(Requirement, requires(distribution) or []):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name
