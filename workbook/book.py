"""Where the book's parts lie on disk."""

from dataclasses import dataclass
from pathlib import Path

from workbook.errors import BookError

REPOSITORY = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "ko")


@dataclass(frozen=True)
class Book:
    """One copy of the book. Tests make small ones in a temporary folder."""

    root: Path = REPOSITORY

    @property
    def reference_run(self) -> Path:
        """The committed outputs of one whole walk."""
        return self.root / "reference_run"

    @property
    def work(self) -> Path:
        """The learner's own copies. Nothing here is ever overwritten."""
        return self.root / "work"

    @property
    def build(self) -> Path:
        """What may be deleted at any time."""
        return self.root / "build"

    def chapters(self, language: str = "en") -> Path:
        """The folder of a language's lessons; English is the source, and has no folder of its own."""
        return self._in_language(self.root / "chapters", language)

    def notebooks(self, language: str = "en") -> Path:
        return self._in_language(self.root / "notebooks", language)

    def paths(self, language: str = "en") -> list[str]:
        """Every lesson of a language as `1_monolith/1_from_a_document_to_wsgi`, in reading order."""
        folder = self.chapters(language)
        found = [file.relative_to(folder).with_suffix("").as_posix() for file in folder.glob("[0-9]*_*/*.md")]
        return sorted(found, key=lambda path: (lesson_order(path), path))

    def find(self, wanted: str, language: str = "en") -> str:
        """The path of a lesson named by its id (`1.1`), its path, or its file.

        Raises BookError, naming the lessons that there are.
        """
        trimmed = wanted.removeprefix("chapters/").removeprefix("ko/").removesuffix(".md")
        known = {path: lesson_id(path) for path in self.paths(language)}
        for path, number in known.items():
            if trimmed in (path, number):
                return path
        there_are = ", ".join(known.values()) or "none yet"
        raise BookError(f"there is no lesson {wanted!r}; there are: {there_are}")

    @staticmethod
    def _in_language(folder: Path, language: str) -> Path:
        return folder if language == "en" else folder / language


def lesson_order(path: str) -> tuple[int, ...]:
    """`1_monolith/12_x` is (1, 12)."""
    try:
        return tuple(int(part.split("_", 1)[0]) for part in path.split("/"))
    except ValueError:
        raise BookError(
            f"chapters/{path}.md: a lesson's folder and file begin with its numbers, as in 1_monolith/2_django.md"
        ) from None


def lesson_id(path: str) -> str:
    """`1_monolith/2_django` is lesson `1.2`."""
    return ".".join(str(number) for number in lesson_order(path))
