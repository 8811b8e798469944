"""The body of a request. A newer operation may read more, and must go on reading what it read."""

from collections.abc import Iterator, Mapping
from typing import Any

from {{ cookiecutter.namespace }}.contracts.compatibility.both import Both
from {{ cookiecutter.namespace }}.contracts.compatibility.change import Change
from {{ cookiecutter.namespace }}.contracts.compatibility.media import covers
from {{ cookiecutter.namespace }}.contracts.compatibility.wording import Part

BODY = Part("field", "the body")
IN_VAIN = "a client of the last release sends it in vain. Go on reading it, or add a new operation"


def body_changes(both: Both) -> Iterator[Change]:
    """What has become of it: whether there is one, whether there must be, in which forms, and what is in it."""
    old, new = both.old.said.get("requestBody"), both.new.said.get("requestBody")
    if new is None:
        if old is not None:
            yield both.change("no longer reads a body", IN_VAIN)
        return
    required = bool(new.get("required"))
    if required and not (old and old.get("required")):
        why = "a client of the last release may send none. Leave it optional, or add a new operation"
        yield both.change("now requires a body", why)
    elif old is None:
        yield both.change("now reads a body")
    elif old.get("required") and not required:
        yield both.change("no longer requires a body")
    if old is not None:
        yield from _of_forms(old["content"], new["content"], both)
        yield from both.rest(old, new, {"content", "required"}, "the body")


def _of_forms(old: Mapping[str, Any], new: Mapping[str, Any], both: Both) -> Iterator[Change]:
    for form, sent in old.items():
        readers = [each for each in new if covers(each, form)]
        if not readers:
            yield both.change(f"no longer reads {form}", IN_VAIN)
            continue
        read = new[readers[0]]
        yield from both.taken(sent.get("schema", True), read.get("schema", True), BODY)
        yield from both.rest(sent, read, {"schema"}, "the body")
    for form in new:
        if not any(covers(each, form) for each in old):
            yield both.change(f"now reads {form}")
