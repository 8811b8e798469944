"""Files in memory, by their place: what a template is made of, before any of it is written."""

import shutil
from collections.abc import Iterator
from pathlib import Path

type Tree = dict[str, bytes]

# What running and testing leave behind is nobody's source.
LEFT_BEHIND = frozenset({"__pycache__", ".hypothesis", ".pytest_cache", ".ruff_cache", ".mypy_cache", "var", "media"})
SUFFIXES = frozenset({".pyc", ".sqlite3", ".sqlite3-wal", ".sqlite3-shm"})


def read_tree(folder: Path) -> Tree:
    """Every file in a folder, by its place in it."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(_files(folder))}


def write_tree(tree: Tree, folder: Path) -> None:
    """The files, and nothing else, in `folder`."""
    if folder.exists():
        shutil.rmtree(folder)
    for place, content in tree.items():
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def text_of(content: bytes) -> str | None:
    """The text of a file; None where it is none, as an image or a compiled translation is."""
    if b"\0" in content:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        if path.is_file() and not LEFT_BEHIND.intersection(inside.parts) and path.suffix not in SUFFIXES:
            yield path
