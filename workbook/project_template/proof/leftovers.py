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
# The publisher's services. Where one is not there, no README of the project may tell how to set or build it.
PUBLISHERS = ("vid", "player", "coupon", "notice", "link", "app", "event")
README = "README.md"
ANYBODYS = ("permittee/README.md",)  # about services in general, for which any name will do


def leftovers(folder: Path) -> Iterator[str]:
    """A line for each that is found, with its place."""
    tree = read_tree(folder)
    absent = [name for name in PUBLISHERS if not any(place.startswith(f"services/{name}/") for place in tree)]
    for place, content in tree.items():
        if place not in MEANT and not place.startswith((".git/", ".venv/")):
            yield from (f"{place}: {found!r}" for found in _in(place, content))
        if place.endswith(README) and place not in ANYBODYS:
            yield from (f"{place}: {found!r}, which is not there" for found in _of_absent(absent, content.decode()))


def _of_absent(names: list[str], text: str) -> Iterator[str]:
    """The names that a README has of services, where it speaks of addresses, variables, modules and images."""
    for name in names:
        found = re.search(rf"`{name}`|\b{name.upper()}_[A-Z]+|/api/{name}\b|\.{name}\b|\[.?{name}.?\]", text)
        if found:
            yield found[0]


def _in(place: str, content: bytes) -> Iterator[str]:
    text, patterns = text_of(content), [WORDS]
    if text is not None and not place.startswith(TEMPLATES):
        patterns += [OPEN] if place.endswith(".html") else [OPEN, BLOCK]
    searched = f"{place}\n{content.decode('latin-1') if text is None else text}"
    for pattern in patterns:
        yield from sorted({match[0] for match in pattern.finditer(searched)})
