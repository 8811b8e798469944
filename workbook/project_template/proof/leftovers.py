"""Nothing is left in a project of what it was made of: no open answer, and no word of the workbook's own."""

import re
from collections.abc import Iterator
from pathlib import Path

from workbook.project_template.stand_in import STAND_IN
from workbook.project_template.tree import read_tree, text_of

OPEN = re.compile(rf"cookiecutter\.\w+|«|»|{STAND_IN}", re.IGNORECASE)
BLOCK = re.compile(r"\{%-? (?:if|set|for) ")  # Django's own templates have such blocks, and nothing else has
WORDS = re.compile(r"\b(?:clever|lessons?|lab|workbook|notebooks?|chapters?|just enough architecture)\b", re.IGNORECASE)
TEMPLATES = ("templates/service/", "scaffolding/")  # which are there to make further services of
MEANT = ("LICENSES/template.txt",)  # whose work the project began with


def leftovers(folder: Path) -> Iterator[str]:
    """A line for each that is found, with its place."""
    for place, content in read_tree(folder).items():
        if place not in MEANT and not place.startswith((".git/", ".venv/")):
            yield from (f"{place}: {found!r}" for found in _in(place, content))


def _in(place: str, content: bytes) -> Iterator[str]:
    text, patterns = text_of(content), [WORDS]
    if text is not None and not place.startswith(TEMPLATES):
        patterns += [OPEN] if place.endswith(".html") else [OPEN, BLOCK]
    searched = f"{place}\n{content.decode('latin-1') if text is None else text}"
    for pattern in patterns:
        yield from sorted({match[0] for match in pattern.finditer(searched)})
