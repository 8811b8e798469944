"""The files of the reference app that a project is made of, by their places in a project."""

from pathlib import Path

from workbook.project_template.tree import Tree, read_tree

# The folders of the reference app, which become those of a project, and the template of a new service.
PARTS = ("kit", "contracts", "permittee", "runner", "acceptance", "scaffolding", "services", "stages")
SERVICE_TEMPLATE = "templates/service"
ALONE = (".python-version", "reference_app/.dockerignore")  # files that lie beside them


def read_sources(root: Path) -> Tree:
    """What there is in the workbook, untouched: all services and all stages."""
    tree: Tree = {}
    for part in PARTS:
        tree |= _below(part, read_tree(root / "reference_app" / part))
    tree |= _below(SERVICE_TEMPLATE, read_tree(root / SERVICE_TEMPLATE))
    return tree | {Path(file).name: (root / file).read_bytes() for file in ALONE}


def _below(folder: str, tree: Tree) -> Tree:
    return {f"{folder}/{place}": content for place, content in tree.items()}
