"""Compiled translations. They are made of what a project gets, since no template can hold them."""

import polib

from workbook.project_template.tree import Tree

OF_ITS_PROJECT = "Project-Id-Version"  # the one line of a translation that names who it belongs to


def compiled(tree: Tree) -> Tree:
    """The tree with a compiled file beside each file of translations."""
    ours = [place for place in tree if place.endswith(".po") and not place.startswith("templates/")]
    files = {place: tree[place].decode() for place in ours}
    return tree | {f"{place.removesuffix('.po')}.mo": compile_one(text) for place, text in files.items()}


def compile_one(text: str) -> bytes:
    """What gettext reads of a file of translations; nothing in it tells one project from another."""
    catalogue = polib.pofile(text)
    catalogue.metadata.pop(OF_ITS_PROJECT, None)
    return bytes(catalogue.to_binary())
