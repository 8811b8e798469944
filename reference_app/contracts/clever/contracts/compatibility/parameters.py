"""The parameters of an operation. A newer one may take more, and must go on taking what it took."""

from collections.abc import Iterator, Mapping
from typing import Any

from clever.contracts.compatibility.both import Both
from clever.contracts.compatibility.change import Change
from clever.contracts.compatibility.operation import Operation
from clever.contracts.compatibility.wording import Part

PARTS = {
    "path": Part("path parameter"),
    "query": Part("query parameter"),
    "header": Part("header"),
    "cookie": Part("cookie"),
}
KNOWN = {"in", "name", "required", "schema", "deprecated"}


def parameter_changes(both: Both) -> Iterator[Change]:
    """What has become of them. Those of one place are compared as the fields of an object are."""
    for place, part in PARTS.items():
        old, new = _by_name(both.old, place, both), _by_name(both.new, place, both)
        yield from both.taken(_as_object(old), _as_object(new), part)
        for name in sorted(old.keys() & new.keys()):
            yield from both.rest(old[name], new[name], KNOWN, part.named((name,)))


def _as_object(parameters: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: each.get("schema", True) for name, each in parameters.items()},
        "required": sorted(name for name, each in parameters.items() if each.get("required")),
    }


def _by_name(operation: Operation, place: str, both: Both) -> dict[str, Mapping[str, Any]]:
    """Each under a name that means the same in both: of a header without its case, in the path by its position."""
    named = {}
    for parameter in operation.said["parameters"]:
        if parameter["in"] == place:
            name = parameter["name"]
            if place == "path":
                name = both.new.placeholders[operation.placeholders.index(name)]
            named[name.lower() if place == "header" else name] = parameter
    return named
