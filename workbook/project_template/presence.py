"""Which files a project has with which answers. cookiecutter writes all of them; its last hook removes the others."""

import json
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from workbook.errors import BookError
from workbook.project_template.rules import Rules

type Condition = tuple[list[str], dict[str, list[str]]]  # places, and the answers with which they stay

LINE = "CONDITIONS: list[tuple[list[str], dict[str, list[str]]]] = []"


def conditions(full: Collection[str], bare: Collection[str], others: Collection[str], rules: Rules) -> list[Condition]:
    """Places that do not stay with every answer: those of one tree alone, and what the rules say of others.

    Raises BookError where the rules speak of a place that is in neither tree nor among the `others`.
    """
    all_places = {*full, *bare, *others}
    for one in rules.only:
        for place in one.files:
            if not any(each == place or each.startswith(f"{place}/") for each in all_places):
                raise BookError(f"only: there is no file {place}; take it out, or mend it")
    found = [(list(one.files), {name: list(answers) for name, answers in one.answers.items()}) for one in rules.only]
    for answer, mine, theirs in (("yes", full, bare), ("no", bare, full)):
        if places := list(uppermost({*mine} - {*theirs}, {*theirs, *others})):
            found.append((places, {"example": [answer]}))
    return found


def in_the_hook(hook: str, found: list[Condition]) -> str:
    """The text of the hook with the conditions in it. Raises BookError where it has no line for them."""
    if LINE not in hook:
        raise BookError(f"post_gen_project.py: the line {LINE!r} is missing; the conditions belong there")
    return hook.replace(LINE, f"{LINE[: -len('[]')]}json.loads(r'''{json.dumps(found, indent=1)}''')")


def uppermost(places: Collection[str], kept: Collection[str]) -> Iterator[str]:
    """The places, or the uppermost folders that hold nothing else, each once."""
    needed = {str(parent) for place in kept for parent in PurePosixPath(place).parents}
    seen = set[str]()
    for place in sorted(places):
        parents = [str(parent) for parent in reversed(PurePosixPath(place).parents)][1:]
        highest = next((parent for parent in parents if parent not in needed), place)
        if highest not in seen:
            seen.add(highest)
            yield highest
