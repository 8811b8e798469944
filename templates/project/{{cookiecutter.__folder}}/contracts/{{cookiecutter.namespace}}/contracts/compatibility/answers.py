"""What an operation answers. A newer one may answer with more fields, and with nothing that its clients do not know."""

from collections.abc import Iterator, Mapping
from typing import Any

from {{ cookiecutter.namespace }}.contracts.compatibility.both import Both
from {{ cookiecutter.namespace }}.contracts.compatibility.change import Change
from {{ cookiecutter.namespace }}.contracts.compatibility.media import covers
from {{ cookiecutter.namespace }}.contracts.compatibility.wording import Part

ANSWER, ERROR = Part("field", "the answer"), Part("field", "an error", " of an error")


def answer_changes(both: Both) -> Iterator[Change]:
    """What has become of its success, and of its errors."""
    old, new = both.old.said["responses"], both.new.said["responses"]
    yield from _of_success(sorted(filter(_is_success, old)), sorted(filter(_is_success, new)), both)
    for status, answer in sorted(new.items()):
        # What a client reads an answer by: its status, or what holds for all that have no line of their own.
        before = old.get(status, {} if _is_success(status) else old.get("default", {}))
        part = ANSWER if _is_success(status) else ERROR
        if before:
            yield from _of_forms(before.get("content", {}), answer.get("content", {}), part, both)
            yield from both.rest(before, answer, {"content"}, f"the answer {status}")


def _of_success(old: list[str], new: list[str], both: Both) -> Iterator[Change]:
    why = "a client of the last release does not expect that. Answer as before, or add a new operation"
    for status in new:
        if status not in old:
            yield both.change(f"may now answer with the status {status}", why)
    if old and not new:
        yield both.change(f"no longer answers with the status {' or '.join(old)}", why)


def _of_forms(old: Mapping[str, Any], new: Mapping[str, Any], part: Part, both: Both) -> Iterator[Change]:
    for form, read in old.items():
        sent = next((each for media, each in new.items() if covers(form, media)), None)
        if sent is None:
            why = "a client of the last release reads that. Keep it, or add a new operation"
            yield both.change(f"no longer answers in {form}{part.suffix}", why)
            continue
        yield from both.answered(read.get("schema", True), sent.get("schema", True), part)
        yield from both.rest(read, sent, {"schema"}, part.whole)
    for form in new:
        if not any(covers(each, form) for each in old):
            yield both.change(f"now answers in {form}{part.suffix}")


def _is_success(status: str) -> bool:
    return status[:1] in ("2", "3")
