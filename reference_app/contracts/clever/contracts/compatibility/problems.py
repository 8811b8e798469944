"""The problems that a service's callers may be told of. A caller catches them by their types."""

from collections.abc import Iterator

from clever.contracts.compatibility.canonical import Description
from clever.contracts.compatibility.change import Change


def problem_changes(service: str, old: Description, new: Description) -> Iterator[Change]:
    """Which are gone, have another status, or are new: whoever does not know a problem goes by its status."""
    were, are = old.get("x-problems", {}), new.get("x-problems", {})
    for name, status in sorted(were.items()):
        if name not in are:
            why = "a client of the last release catches it. Keep the name of its class, or add a new operation"
            yield Change(service, name, "is gone", why)
        elif are[name] != status:
            why = "a client of the last release may go by the status. Leave it, or add a new problem"
            yield Change(service, name, f"now has the status {are[name]} and no longer {status}", why)
    for name in sorted(are.keys() - were.keys()):
        yield Change(service, name, "is new")
