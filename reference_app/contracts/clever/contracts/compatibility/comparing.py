"""Two descriptions of a service, the one of the last release and the one of today."""

from collections.abc import Iterator

from clever.contracts.compatibility.answers import answer_changes
from clever.contracts.compatibility.bodies import body_changes
from clever.contracts.compatibility.both import Both
from clever.contracts.compatibility.canonical import Description
from clever.contracts.compatibility.change import Change
from clever.contracts.compatibility.operation import operations
from clever.contracts.compatibility.parameters import parameter_changes
from clever.contracts.compatibility.problems import problem_changes
from clever.contracts.compatibility.security import security_changes

COMPARED = {"parameters", "requestBody", "responses", "security", "deprecated"}


def compare(service: str, old: Description | None, new: Description | None) -> list[Change]:
    """What is otherwise, what breaks older clients first. None: there was, or is, no such service."""
    if old is None:
        return [Change(service, "the service", "is new")]
    if new is None:
        why = "a client of the last release calls it. Keep it beside what takes its place until nobody does"
        return [Change(service, "the service", "is gone", why)]
    if old == new:
        return []
    found = [*_of_operations(service, old, new), *problem_changes(service, old, new)]
    return sorted(dict.fromkeys(found), key=lambda change: not change.breaks)


def _of_operations(service: str, old: Description, new: Description) -> Iterator[Change]:
    were, are = operations(old), operations(new)
    for key, operation in were.items():
        if key not in are:
            why = "a client of the last release calls it. Keep it beside what takes its place until nobody does"
            yield Change(service, operation.name, "is gone", why)
        elif not operation.is_same(are[key]):
            yield from _of_one(Both(service, operation, are[key]))
    for key, operation in are.items():
        if key not in were:
            yield Change(service, operation.name, "is new")


def _of_one(both: Both) -> Iterator[Change]:
    yield from parameter_changes(both)
    yield from body_changes(both)
    yield from answer_changes(both)
    yield from security_changes(both)
    if both.new.said.get("deprecated") and not both.old.said.get("deprecated"):
        yield both.change("is deprecated")
    yield from both.rest(both.old.said, both.new.said, COMPARED, "the operation")
