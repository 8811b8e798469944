"""Keep `notebooks/` equal to what `chapters/` says."""

from collections.abc import Iterator
from pathlib import Path

from workbook.book import LANGUAGES, Book
from workbook.errors import BookError
from workbook.library import load_all
from workbook.notebook import notebook, to_text
from workbook.reading import read_file
from workbook.translation import STAMP, is_older


def wanted(book: Book) -> dict[Path, str]:
    """Every notebook that should exist, with its text. Raises BookError if a chapter breaks a rule."""
    found, broken = {}, []
    for language in LANGUAGES:
        try:
            for lesson in load_all(book, language):
                file = book.notebooks(language) / f"{lesson.path}.ipynb"
                found[file] = to_text(notebook(lesson, answers="starter"))
        except BookError as error:
            broken += str(error).splitlines()
    if broken:
        raise BookError("\n".join(dict.fromkeys(broken)))
    return found


def write(book: Book) -> list[Path]:
    """Write the notebooks that differ and delete those without a chapter. Returns the files that changed."""
    texts = wanted(book)
    changed = []
    for file, text in texts.items():
        if not _holds(file, text):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            changed.append(file)
    for file in _strays(book, texts):
        file.unlink()
        changed.append(file)
    return changed


def check(book: Book) -> None:
    """Raise BookError, a line for each notebook that differs and each translation older than its source."""
    texts = wanted(book)
    problems = [
        f"{_relative(book, file)}: differs from its chapter; run 'inv notebooks'"
        for file, text in texts.items()
        if not _holds(file, text)
    ]
    problems += [f"{_relative(book, file)}: has no chapter; run 'inv notebooks'" for file in _strays(book, texts)]
    problems += old_translations(book)
    if problems:
        raise BookError("\n".join(problems))


def old_translations(book: Book) -> Iterator[str]:
    """A line for each translation whose English prose has changed since."""
    for language in LANGUAGES[1:]:
        for path in book.paths(language):
            translation = read_file(book, path, language)
            if is_older(translation, read_file(book, path)):
                yield (
                    f"{translation.where}: {'older than' if STAMP in translation.front_matter else 'not stamped with'} "
                    f"the English prose; bring it up to date, then run 'inv notebooks --translated {translation.id}'"
                )


def untranslated(book: Book) -> list[str]:
    """The lessons that no translation exists for yet."""
    return [path for path in book.paths() if path not in book.paths("ko")]


def _strays(book: Book, texts: dict[Path, str]) -> list[Path]:
    present = book.notebooks().rglob("*.ipynb")
    return sorted(file for file in present if file not in texts and ".ipynb_checkpoints" not in file.parts)


def _holds(file: Path, text: str) -> bool:
    return file.exists() and file.read_bytes() == text.encode()


def _relative(book: Book, file: Path) -> str:
    return file.relative_to(book.root).as_posix()
