"""A translation holds prose only; its code cells are the English lesson's, found by their names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from workbook.book import Book
from workbook.errors import BookError
from workbook.lesson import Cell, Lesson
from workbook.reading import read_file
from workbook.rules import NOT_BOLD, stars_left_over

STAMP = "translated_from"


def fill(translation: Lesson, source: Lesson) -> Lesson:
    """The translation with the shared code in the places that it names.

    Raises BookError if a cell is missing, unknown, out of order, or has code of its own.
    """
    broken = list(problems(translation, source))
    if broken:
        raise BookError("\n".join(broken))
    return replace(
        translation,
        cells=tuple(_shared(cell, source) for cell in translation.cells),
        front_matter=source.front_matter | translation.front_matter,
    )


def _shared(cell: Cell, source: Lesson) -> Cell:
    return source.cell(cell.name) if cell.is_code else cell


def problems(translation: Lesson, source: Lesson) -> Iterator[str]:
    """Every way in which the translation's code cells differ from the source's, a line each."""
    ours = [cell.name for cell in translation.code]
    theirs = [cell.name for cell in source.shown if cell.is_code]
    if not translation.title:
        yield f"{translation.where}: no title; begin with a line like '# 제목'"
    for cell in translation.cells:
        if not cell.is_code and (stars := stars_left_over(cell.source)):
            yield f"{translation.where}: {stars!r}: {NOT_BOLD}"
    for cell in translation.code:
        if cell.source.strip():
            yield f"{translation.where}: cell {cell.name}: has code; a translation only names the English cell"
    for name in theirs:
        if name not in ours:
            yield f"{translation.where}: cell {name}: missing; {source.where} has it"
    for name in ours:
        if name not in theirs:
            yield f"{translation.where}: cell {name or '(no name)'}: {source.where} shows no such cell"
    if sorted(ours) == sorted(theirs) and ours != theirs:
        found, expected = next((one, other) for one, other in zip(ours, theirs, strict=True) if one != other)
        yield f"{translation.where}: cell {found}: out of order; {source.where} has {expected} here"
    elif len(ours) != len(set(ours)):
        yield f"{translation.where}: a cell is named twice"


def is_older(translation: Lesson, source: Lesson) -> bool:
    """True if the English prose has changed since the translation was last stamped."""
    return translation.front_matter.get(STAMP) != source.prose_hash()


def stamp(book: Book, path: str, language: str = "ko") -> bool:
    """Note in a translation's front matter that it is a translation of today's English prose.

    Returns True if the file changed. Raises BookError if there is no such translation.
    """
    fingerprint = read_file(book, path).prose_hash()
    read_file(book, path, language)
    file = book.chapters(language) / f"{path}.md"
    text = file.read_text(encoding="utf-8")
    stamped = _with_front_matter(text, f"{STAMP}: {fingerprint}")
    file.write_text(stamped, encoding="utf-8")
    return stamped != text


def _with_front_matter(text: str, line: str) -> str:
    """The text with one line of its YAML front matter set; everything else stays as the author wrote it."""
    match = re.match(r"---\n(.*?)^---\n", text, re.DOTALL | re.MULTILINE)
    if match is None:
        return f"---\n{line}\n---\n\n{text}"
    others = [each for each in match.group(1).splitlines() if not each.startswith(f"{STAMP}:")]
    return "\n".join(["---", *others, line, "---", ""]) + text[match.end() :]
