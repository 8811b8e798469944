"""A learner's own copies of the notebooks: made once, never overwritten, reset on request."""

import datetime
import shutil
from pathlib import Path

from workbook.book import LANGUAGES, Book
from workbook.errors import BookError


def copy_missing(book: Book) -> list[Path]:
    """Copy every notebook that `work/` does not have yet. Returns the copies made."""
    made = []
    for original in sorted(book.notebooks().rglob("*.ipynb")):
        mine = copy_of(book, original)
        if ".ipynb_checkpoints" not in original.parts and not mine.exists():
            mine.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(original, mine)
            made.append(mine)
    return made


def reset(book: Book, path: str) -> list[Path]:
    """Put a fresh copy of a lesson, in every language, into `work/`. Returns where the old ones are kept.

    Raises BookError if the lesson has no notebook.
    """
    originals = [book.notebooks(language) / f"{path}.ipynb" for language in LANGUAGES]
    originals = [original for original in originals if original.exists()]
    if not originals:
        raise BookError(f"notebooks/{path}.ipynb: no such notebook; run 'inv notebooks'")
    return [kept for original in originals if (kept := _reset_one(book, original))]


def _reset_one(book: Book, original: Path) -> Path | None:
    mine = copy_of(book, original)
    if mine.exists() and mine.read_bytes() == original.read_bytes():
        return None
    kept = _keep_aside(mine) if mine.exists() else None
    mine.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(original, mine)
    return kept


def _keep_aside(mine: Path) -> Path:
    """Rename to a name that is free, with the time in it: two resets in one second keep both."""
    stamp = datetime.datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    for suffix in ("", *(f"-{number}" for number in range(2, 100))):
        aside = mine.with_name(f"{mine.stem}.kept-{stamp}{suffix}.ipynb")
        if not aside.exists():
            return mine.rename(aside)
    raise BookError(f"{mine}: cannot be kept aside, too many resets in one second")


def copy_of(book: Book, original: Path) -> Path:
    """Where a notebook's copy lies."""
    return book.work / original.relative_to(book.notebooks())
