"""What a permitter can say, and how its JSON is read: strictly, since a wrong guess here lets somebody in."""

from dataclasses import dataclass
from typing import Any

EVERYTHING = "*"


@dataclass(frozen=True)
class Answer:
    """What is known of a caller: whether it is believed, and which operations of this service it may call."""

    known: bool
    operations: frozenset[str] = frozenset()

    def permits(self, operation: str) -> bool:
        """Whether the caller may call `operation`, such as `GET /things/<int:thing_id>`."""
        return self.known and (operation in self.operations or EVERYTHING in self.operations)


@dataclass(frozen=True)
class Decision:
    """What is known of one call: whether the caller is believed, and whether it may."""

    known: bool
    permitted: bool


def read_answer(members: Any) -> Answer:
    """The answer in the members of a JSON object. Raises ValueError where that is not what they are."""
    known, operations = _member(members, "known", bool), _member(members, "operations", list)
    if not all(isinstance(operation, str) for operation in operations):
        raise ValueError("operations must be texts")
    return Answer(known, frozenset(operations) if known else frozenset())


def read_decision(members: Any) -> Decision:
    """The decision in the members of a JSON object. Raises ValueError where that is not what they are."""
    known, permitted = _member(members, "known", bool), _member(members, "permitted", bool)
    return Decision(known, known and permitted)


def _member(members: Any, name: str, kind: type) -> Any:
    value = members.get(name) if isinstance(members, dict) else None
    if not isinstance(value, kind):
        raise ValueError(f"{name} is missing, or of another kind")
    return value
