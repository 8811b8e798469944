"""Folders that cookiecutter copies as they are: it renders a file far slower than the last hook fills it in."""

import re
from collections.abc import Iterator

from workbook.project_template.presence import uppermost
from workbook.project_template.tree import Tree, text_of

# What the hook knows to fill in, and what of Jinja's it leaves to cookiecutter.
ANSWER = re.compile(r'\{\{ ?(?:cookiecutter\.[a-z]\w*|"\{") ?\}\}')
JINJA = re.compile(r"\{[{%#]")


def copied(project: Tree) -> Iterator[str]:
    """The uppermost folders in which nothing, by its text or its place, asks for more than an answer as it is."""
    rendered = {place for place, content in project.items() if _asks(place) or _asks(text_of(content) or "")}
    yield from (place for place in uppermost(project.keys() - rendered, rendered) if place not in project)


def _asks(text: str) -> bool:
    return bool(JINJA.search(ANSWER.sub("", text)))
