"""A lesson in memory: its prose and its named code cells, in order."""

import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal

from lab.needs import split
from workbook.book import lesson_id


@dataclass(frozen=True)
class Cell:
    """One cell. `name` is empty for prose, which needs none."""

    kind: Literal["markdown", "code"]
    source: str
    name: str = ""
    tags: tuple[str, ...] = ()
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def is_code(self) -> bool:
        return self.kind == "code"

    @property
    def is_exercise(self) -> bool:
        return "exercise" in self.tags

    @property
    def is_wrong_answer(self) -> bool:
        return "wrong" in self.tags

    @property
    def needs(self) -> list[str] | None:
        """The cells that must run before this one, where the author says so."""
        return self.metadata.get("needs")

    @property
    def engines(self) -> list[str]:
        """The programs beside Python that it needs: those of its first line, `%%needs nginx redis`."""
        return split(self.source)[0] or []

    @property
    def body(self) -> str:
        """The source without the line that names its engines."""
        return split(self.source)[1]


@dataclass(frozen=True)
class Lesson:
    """A lesson as its author wrote it, solutions and planted wrong answers included."""

    path: str
    language: str
    cells: tuple[Cell, ...]
    front_matter: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return lesson_id(self.path)

    @property
    def where(self) -> str:
        """The file, as error messages name it."""
        folder = "chapters" if self.language == "en" else f"chapters/{self.language}"
        return f"{folder}/{self.path}.md"

    @property
    def title(self) -> str:
        """The first heading, without its mark."""
        for cell in self.cells:
            for line in cell.source.splitlines():
                if not cell.is_code and line.startswith("# "):
                    return line[2:].strip()
        return ""

    @property
    def code(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.is_code]

    @property
    def shown(self) -> list[Cell]:
        """The cells that a reader meets: everything but the planted wrong answers."""
        return [cell for cell in self.cells if not cell.is_wrong_answer]

    @property
    def engines(self) -> list[str]:
        """Every engine that one of its cells needs."""
        return list(dict.fromkeys(engine for cell in self.code for engine in cell.engines))

    def cell(self, name: str) -> Cell:
        return next(cell for cell in self.code if cell.name == name)

    def code_hash(self) -> str:
        """Changes when any code cell that a reader runs changes; a reference run is kept under it."""
        return digest(*(f"{cell.name}\n{cell.source}" for cell in self.shown if cell.is_code))

    def prose_hash(self) -> str:
        """Changes when the prose changes; a translation remembers the one it was made from."""
        return digest(*(cell.source for cell in self.cells if not cell.is_code))


def digest(*parts: str) -> str:
    """A short, stable fingerprint of some texts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
