"""The operations of a description."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from {{ cookiecutter.namespace }}.contracts.compatibility.canonical import METHODS, Description
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.named import Named, reached
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.sealing import sealed

PLACEHOLDER = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True)
class Operation:
    """One of them: what it takes and answers, and the schemas that it refers to."""

    method: str
    path: str
    said: Mapping[str, Any]
    schemas: Mapping[str, Any]
    schemes: Mapping[str, Any]  # of security

    @property
    def name(self) -> str:
        return f"{self.method.upper()} {self.path}"

    @cached_property
    def as_reader(self) -> Named:
        """Its schemas, where it reads by them."""
        return Named(self.schemas)

    @cached_property
    def as_sender(self) -> Named:
        """Its schemas, where it sends by them."""
        return Named({name: sealed(schema) for name, schema in self.schemas.items()})

    def is_same(self, other: "Operation") -> bool:
        """Whether both say the same, down to the schemas that they refer to."""
        mine, its = reached(self.said, self.schemas), reached(other.said, other.schemas)
        same = self.said == other.said and self.schemes == other.schemes and self.placeholders == other.placeholders
        return same and {name: self.schemas[name] for name in mine} == {name: other.schemas[name] for name in its}

    @property
    def placeholders(self) -> list[str]:
        """The parameters in its path, in their order."""
        return PLACEHOLDER.findall(self.path)


def operations(description: Description) -> dict[tuple[str, str], Operation]:
    """Each operation under its method and its path without the names of its parameters, which no client gets to see."""
    components = description["components"]
    return {
        (method, PLACEHOLDER.sub("{}", path)): Operation(
            method, path, item[method], components["schemas"], components["securitySchemes"]
        )
        for path, item in description["paths"].items()
        for method in METHODS
        if method in item
    }
