"""The reference app's own names, in the place of which a project has those that were answered."""

import re

from workbook.project_template.tree import Tree, text_of

# Longer ones first. What a team calls itself is `namespace` in code and `project_name` for people.
NAMES = (
    (re.compile(r"\bclever\b"), "{{ cookiecutter.namespace }}"),
    (re.compile(r"\bClever\b"), "{{ cookiecutter.project_name }}"),
)
# A brace that begins something of Jinja's, or would with an answer or a condition right behind it.
JINJA = re.compile(r"\{(?=[{%#«]|[cC]lever\b|\Z)")


def renamed(tree: Tree) -> Tree:
    """The tree with answers in the place of names, in the files and in what they are called."""
    return {_name(place): _content(content) for place, content in tree.items()}


def escaped(text: str) -> str:
    """Text that cookiecutter hands on as it is, whatever looks like a template in it."""
    return JINJA.sub('{{ "{" }}', text)


def _name(place: str) -> str:
    return NAMES[0][0].sub("{{cookiecutter.namespace}}", place)


def _content(content: bytes) -> bytes:
    text = text_of(content)
    if text is None:
        return content
    for pattern, answer in NAMES:
        text = pattern.sub(answer, text)
    return text.encode()
