"""Rendered files, laid over a folder: new ones are made, and what is there already is added to."""

from collections.abc import Collection
from pathlib import Path

from {{ cookiecutter.namespace }}.scaffolding.changes import Changes
from {{ cookiecutter.namespace }}.scaffolding.edits.blocks import with_addition

# What is only an addition to a file of the stage's, and no file by itself.
ADDITIONS = frozenset({"supervisord.conf", "compose.yaml", "compose.inside.yaml", "swarm.yaml", ".env.example"})


def lay(rendered: Path, over: Path, changes: Changes, *, unless_missing: Collection[str] = ()) -> None:
    """Every file of `rendered`, by its place in it. An addition to one of `unless_missing` is left out with its file.

    Raises Refused where a new file is there already, and where there is nothing to add to.
    """
    for file in sorted(rendered.rglob("*")):
        place = file.relative_to(rendered)
        if file.is_dir():
            continue
        if place.name in ADDITIONS or "example" in place.parts:
            if (over / place).exists() or place.parts[0] not in unless_missing:
                _add(file, over / place, changes)
        elif (over / place.parts[0]).exists() or place.parts[0] not in unless_missing:
            changes.make(over / place, file.read_bytes())


def _add(file: Path, to: Path, changes: Changes) -> None:
    addition = file.read_text(encoding="utf-8")
    if file.suffix == ".yaml":
        changes.change(to, lambda text: with_addition(text, addition))
    else:
        changes.change(to, lambda text: f"{text.rstrip()}\n\n{addition}")
