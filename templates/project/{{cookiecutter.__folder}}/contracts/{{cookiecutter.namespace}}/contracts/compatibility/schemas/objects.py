"""Objects, field by field."""

from collections.abc import Callable
from typing import Any

from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.canonical import Schema
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.misfits import Kind, Misfit
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.walk import Walk

type Fit = Callable[[Schema, Schema, Walk], list[Misfit]]

# What an object may say to be compared here. One that says more is compared as a whole.
FIELDS = {"properties", "required", "additionalProperties"}
SIZE = {"type", "minProperties", "maxProperties", "propertyNames"}
OBJECT = FIELDS | SIZE | {"default", "discriminator"}


def object_misfits(sender: dict[str, Any], reader: dict[str, Any], walk: Walk, fit: Fit, end: Fit) -> list[Misfit]:
    """Those of each field, of whatever other fields there may be, and of how many there are and how they are named."""
    sent, read = sender.get("properties", {}), reader.get("properties", {})
    found = [each for name in sent for each in _of_sent(sent[name], name, reader, walk, fit)]
    found += [each for name in read if name not in sent for each in _of_unsent(name, sender, reader, walk, fit)]
    found += [
        Misfit(Kind.SOMETIMES_MISSING if name in sent else Kind.MISSING, walk.at(name).field)
        for name in sorted(set(reader.get("required", ())) - set(sender.get("required", ())))
    ]
    found += [_default(name, sent[name], read[name], walk) for name in sorted(_left_out_otherwise(sender, reader))]
    return found + _of_others(sender, reader, walk, fit, end) + end(_size_sent(sender), _only(SIZE, reader), walk)


def _of_sent(schema: Schema, name: str, reader: dict[str, Any], walk: Walk, fit: Fit) -> list[Misfit]:
    """A field that the sender declares."""
    if name in reader.get("properties", {}):
        return fit(schema, reader["properties"][name], walk.at(name))
    match reader.get("additionalProperties"):
        case None:
            return [Misfit(Kind.UNREAD, walk.at(name).field)]
        case False:
            return [Misfit(Kind.REFUSED, walk.at(name).field)]
        case others:
            return fit(schema, others, walk.at(name))


def _of_unsent(name: str, sender: dict[str, Any], reader: dict[str, Any], walk: Walk, fit: Fit) -> list[Misfit]:
    """A field that only the reader declares."""
    others = sender.get("additionalProperties", True)
    if others is not False:
        return fit(others, reader["properties"][name], walk.at(name))
    return [] if name in reader.get("required", ()) else [Misfit(Kind.UNSENT, walk.at(name).field)]


def _of_others(sender: dict[str, Any], reader: dict[str, Any], walk: Walk, fit: Fit, end: Fit) -> list[Misfit]:
    """Fields that neither names, as in a map."""
    sent, read = sender.get("additionalProperties", True), reader.get("additionalProperties", True)
    if sent is False:
        return []
    return end(sender, reader, walk) if read is False else fit(sent, read, walk.at("{}"))


def _left_out_otherwise(sender: dict[str, Any], reader: dict[str, Any]) -> set[str]:
    """The fields that the sender may leave out, and that then are something else to the reader."""
    sent, read = sender.get("properties", {}), reader.get("properties", {})
    shared = {name for name in sent if name in read and isinstance(sent[name], dict) and isinstance(read[name], dict)}
    optional = shared - set(sender.get("required", ())) - set(reader.get("required", ()))
    return {name for name in optional if "default" in sent[name] and sent[name]["default"] != read[name].get("default")}


def _default(name: str, sent: dict[str, Any], read: dict[str, Any], walk: Walk) -> Misfit:
    return Misfit(Kind.DEFAULT, walk.at(name).field, defaults=(sent["default"], read.get("default")))


def _size_sent(sender: dict[str, Any]) -> dict[str, Any]:
    """What the sender's fields say of their number and names, whatever is in them."""
    fields = {"properties": dict.fromkeys(sender.get("properties", {}), True)}
    closed = {"additionalProperties": False} if sender.get("additionalProperties") is False else {}
    return _only(SIZE | {"required"}, sender) | fields | closed


def _only(words: set[str], schema: dict[str, Any]) -> dict[str, Any]:
    return {word: value for word, value in schema.items() if word in words}
