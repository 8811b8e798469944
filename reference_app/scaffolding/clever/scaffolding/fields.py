"""What a record of a service holds: fields, each with a name and a type."""

import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model
from pydantic import BaseModel

from clever.scaffolding.errors import Refused

TYPES = ("str", "text", "int", "decimal", "bool", "date", "datetime", "uuid")  # what the template knows
MOST = 20
NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
LONGEST = 40
OWN = frozenset({"id", "made_at", "request_digest", "owed"})
# Types and modules that are meant beside a field in its class; an argument that is there already; and the columns that
# PostgreSQL gives each table.
MEANT_OTHERWISE = frozenset(
    {"bool", "date", "int", "str", "models", "timezone", "self"} | {"cmax", "cmin", "ctid", "tableoid", "xmax", "xmin"}
)


@dataclass(frozen=True)
class Field:
    """One field. `str` gives what it is read from, such as `title:str`."""

    name: str
    type: str

    def __str__(self) -> str:
        return f"{self.name}:{self.type}"


def read_fields(text: str) -> tuple[Field, ...]:
    """The fields in a text such as `customer:uuid, title:str`. Raises Refused, naming the one that cannot be."""
    fields = tuple(_read(text))
    if len(fields) > MOST:
        raise Refused(f"{len(fields)} fields are too many for one record; take at most {MOST}")
    names = [field.name for field in fields]
    for name in names:
        if names.count(name) > 1:
            raise Refused(f"{name!r} is the name of {names.count(name)} fields; give each a name of its own")
    return fields


def _read(text: str) -> Iterator[Field]:
    for part in text.split(","):
        if not part.strip():
            raise Refused(f"{text!r} has an empty field in it; write name:type, such as title:str, with commas between")
        name, _, kind = (word.strip() for word in part.partition(":"))
        _check_name(name)
        if kind not in TYPES:
            raise Refused(f"the field {name!r} has no type that is known; write {name}: and one of {', '.join(TYPES)}")
        yield Field(name, kind)


def _check_name(name: str) -> None:
    if not NAME.fullmatch(name) or len(name) > LONGEST:
        raise Refused(f"{name!r} is no name for a field; take up to {LONGEST} lower-case letters, digits and single _")
    if name in OWN:
        raise Refused(f"each record has {name!r} already; leave the field out, or take another name")
    if whose := _whose(name):
        raise Refused(f"{name!r} is {whose}, so no field can be called so; take another name, such as the_{name}")


def _whose(name: str) -> str:
    """Who else has a name; empty where nobody has."""
    if keyword.iskeyword(name):
        return "a word of Python's"
    if name in MEANT_OTHERWISE:
        return "something else where fields are written"
    if hasattr(Model, name) or name == "objects":  # which Django gives to each model, and not to their base
        return "what each model of Django's has"
    if hasattr(BaseModel, name) or name.startswith("model_"):
        return "what each model of pydantic's has"
    return ""
