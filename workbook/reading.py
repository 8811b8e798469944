"""From a chapter's file to a lesson."""

from typing import Any

import jupytext

from workbook.book import Book
from workbook.errors import BookError
from workbook.lesson import Cell, Lesson


def read_file(book: Book, path: str, language: str = "en") -> Lesson:
    """Read one chapter as it stands in its file, without judging it and without filling in shared cells.

    Raises BookError if the file is missing or is not MyST Markdown.
    """
    file = book.chapters(language) / f"{path}.md"
    where = file.relative_to(book.root).as_posix()
    try:
        notebook = jupytext.reads(file.read_text(encoding="utf-8"), fmt="md:myst")
    except FileNotFoundError:
        raise BookError(f"{where}: no such file") from None
    except Exception as error:  # jupytext raises whatever YAML and its parser raise
        raise BookError(f"{where}: not readable as MyST Markdown: {_one_line(error)}") from error
    front_matter = {key: value for key, value in notebook.metadata.items() if key not in ("jupytext", "kernelspec")}
    return Lesson(path, language, tuple(_cell(raw) for raw in notebook.cells), front_matter)


def _cell(raw: Any) -> Cell:
    metadata = dict(raw.metadata)
    name, tags = metadata.pop("name", ""), metadata.pop("tags", [])
    # A lone tag may be written without brackets; YAML then gives a string.
    tags = (tags,) if isinstance(tags, str) else tuple(tags)
    return Cell("code" if raw.cell_type == "code" else "markdown", raw.source, str(name), tags, metadata)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
