"""The files of two stages, held against each other."""

from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

SKIPPED = {"__pycache__", "node_modules", "static", "media", "var"}


class FileChange(NamedTuple):
    """A file that differs: its name on each side (empty where it is missing), and the lines as a unified diff."""

    left: str
    right: str
    lines: str

    @property
    def title(self) -> str:
        if not self.left:
            return f"new: {self.right}"
        if not self.right:
            return f"gone: {self.left}"
        return self.left if self.left == self.right else f"{self.left} → {self.right}"


def added_files(folder: Path) -> list[FileChange]:
    """All text files of a stage that adds to another one: there they are not, and what is there is here as well."""
    found = []
    for name, text in sorted(_texts(folder).values()):
        lines = unified_diff([], text.splitlines(), "nothing", name, lineterm="", n=2)
        found.append(FileChange("", name, "\n".join(lines)))
    return found


def file_changes(left: Path, right: Path) -> list[FileChange]:
    """The text files that differ. A folder that bears its stage's name is the same folder on both sides."""
    one, other = _texts(left), _texts(right)
    found = []
    for key in sorted(one.keys() | other.keys()):
        (left_name, left_text), (right_name, right_text) = one.get(key, ("", "")), other.get(key, ("", ""))
        if left_text != right_text or not left_name or not right_name:
            names = (left_name or "nothing", right_name or "nothing")
            lines = unified_diff(left_text.splitlines(), right_text.splitlines(), *names, lineterm="", n=2)
            found.append(FileChange(left_name, right_name, "\n".join(lines)))
    return found


def _texts(folder: Path) -> dict[tuple[str, ...], tuple[str, str]]:
    """Each text file's name and text, by its path with the stage's own name left out."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") or part in SKIPPED for part in name.parts)
        if hidden or not path.is_file() or name.as_posix() == "stage.toml":
            continue
        content = path.read_bytes()
        if b"\0" in content[:8192]:
            continue
        key = tuple("" if part == folder.name else part for part in name.parts)
        found[key] = (name.as_posix(), content.decode("utf-8", errors="replace"))
    return found
