"""Which of several alternatives a value is meant for."""

from collections.abc import Callable

from clever.contracts.compatibility.schemas import judging
from clever.contracts.compatibility.schemas.canonical import Schema
from clever.contracts.compatibility.schemas.misfits import Kind, Misfit
from clever.contracts.compatibility.schemas.named import Named
from clever.contracts.compatibility.schemas.walk import Walk


def is_choice(reader: Schema, branches: list[Schema], named: Named) -> bool:
    """Whether what is right for one branch is right for the whole. Not so with oneOf, where two may claim a value."""
    if not (isinstance(reader, dict) and "oneOf" in reader):
        return True
    outlines = [named.written_out(branch, cut=True) for branch in branches]
    return all(judging.disjoint(one, other) for number, one in enumerate(outlines) for other in outlines[number + 1 :])


def nearest(
    sender: Schema, branches: list[Schema], walk: Walk, fit: Callable[[Schema], list[Misfit]]
) -> list[Misfit] | None:
    """What does not fit with the branch that fits best; None where all are of another type.

    A branch for others, such as those of another `kind`, fits worst, and only that is said of it.
    """
    tried: list[tuple[bool, int, list[Misfit]]] = []
    for branch in branches:
        if type_of(branch) in (None, type_of(sender)):
            found = fit(branch)
            for_others = [each for each in found if each.kind is Kind.VALUES and each.field in _marks(branch, walk)]
            tried.append((bool(for_others), len(found), for_others or found))
    return min(tried, key=lambda each: each[:2])[2] if tried else None


def type_of(schema: Schema) -> object:
    """The JSON type, roughly: whole numbers are numbers. None where it does not say."""
    kind = schema.get("type") if isinstance(schema, dict) else None
    return "number" if kind == "integer" else kind


def _marks(branch: Schema, walk: Walk) -> set[tuple[str, ...]]:
    """The fields that can have but one value, by which such objects are told apart."""
    fields = branch.get("properties", {}) if isinstance(branch, dict) else {}
    return {walk.at(name).field for name, schema in fields.items() if isinstance(schema, dict) and "const" in schema}
