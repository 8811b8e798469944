"""Lessons ready for use: read, judged, and, for a translation, filled with the shared code."""

from workbook import rules, translation
from workbook.book import Book
from workbook.errors import BookError
from workbook.lesson import Lesson
from workbook.reading import read_file


def load(book: Book, path: str, language: str = "en") -> Lesson:
    """One lesson. Raises BookError with every rule that it, or the English lesson behind it, breaks."""
    source = read_file(book, path)
    rules.demand(source)
    if language == "en":
        return source
    return translation.fill(read_file(book, path, language), source)


def load_all(book: Book, language: str = "en") -> list[Lesson]:
    """Every lesson of a language. Raises BookError with what is wrong in all of them, not only in the first."""
    lessons, broken = [], []
    for path in book.paths(language):
        try:
            lessons.append(load(book, path, language))
        except BookError as error:
            broken.append(str(error))
    if broken:
        # A fault in an English lesson is met again in its translation.
        raise BookError("\n".join(dict.fromkeys("\n".join(broken).splitlines())))
    return lessons
