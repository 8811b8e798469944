"""Where the values of one schema are not such as another takes.

jsonschema-rs proves that a set of values holds another one. It cannot say which field is to blame, gives up where
schemas refer to themselves, and knows nothing of a field that is read no more. So we walk down through objects, lists
and alternatives, field by field, and let it judge what is at the end.
"""

from {{ cookiecutter.namespace }}.contracts.compatibility.schemas import judging
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.alternatives import is_choice, nearest, type_of
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.arrays import ARRAY, array_misfits
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.canonical import Schema
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.misfits import Kind, Misfit
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.named import Recursive
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.objects import OBJECT, object_misfits
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.walk import Walk

# Of these a proof says that they are none: parts may seem not to fit that do so as a whole.
PROVABLE = {Kind.VALUES, Kind.MISSING, Kind.SOMETIMES_MISSING, Kind.REFUSED, Kind.UNCLEAR}


def misfits(sender: Schema, reader: Schema, walk: Walk) -> list[Misfit]:
    """Each place where `sender`, which is sealed, has values that `reader` does not take; also fields in vain."""
    sender, reader = walk.sender.resolved(sender), walk.reader.resolved(reader)
    if walk.knows(sender, reader):
        return []  # it fits here if it fits there, and there we find out
    found = _misfits(sender, reader, walk.inside(sender, reader))
    if any(each.kind in PROVABLE for each in found) and _proven(sender, reader, walk):
        return [each for each in found if each.kind not in PROVABLE]
    return found


def _misfits(sender: Schema, reader: Schema, walk: Walk) -> list[Misfit]:
    senders, readers = walk.sender.branches(sender), walk.reader.branches(reader)
    if senders != [sender]:
        return [each for branch in senders for each in misfits(branch, reader, walk)]
    if readers != [reader]:
        choice = is_choice(reader, readers, walk.reader)
        found = nearest(sender, readers, walk, lambda branch: misfits(sender, branch, walk)) if choice else None
        return _end(sender, reader, walk) if found is None else found
    if isinstance(sender, dict) and isinstance(reader, dict):
        types, words = {type_of(sender), type_of(reader)}, sender.keys() | reader.keys()
        if types == {"object"} and words <= OBJECT:
            return object_misfits(sender, reader, walk, misfits, _end)
        if types == {"array"} and words <= ARRAY:
            return array_misfits(sender, reader, walk, misfits, _end)
    return _end(sender, reader, walk)


def _end(sender: Schema, reader: Schema, walk: Walk) -> list[Misfit]:
    """What cannot be taken apart any further."""
    if reader is True or reader == {}:
        return []  # even of what refers to itself
    try:
        sent, read = walk.sender.written_out(sender), walk.reader.written_out(reader)
    except Recursive:
        return [Misfit(Kind.UNCLEAR, walk.field)]
    if judging.takes(read, sent):
        return []
    return [Misfit(Kind.VALUES, walk.field, sent, read, judging.lost(read, sent))]


def _proven(sender: Schema, reader: Schema, walk: Walk) -> bool:
    try:
        return judging.takes(walk.reader.written_out(reader), walk.sender.written_out(sender))
    except Recursive:
        return False
