"""The services' translated messages: complete, and compiled from what stands in the .po files."""

from collections.abc import Iterator
from pathlib import Path

from workbook import tracked
from workbook.errors import BookError


def check(root: Path) -> None:
    """Raise BookError, a line for each message or compiled file that lags behind."""
    # What a template holds, or a lesson lays over what was made of one, is compiled where it has become a service.
    made_elsewhere = {root / "templates", root / "lab"}
    written = (file for file in tracked.files(root) if made_elsewhere.isdisjoint(file.parents))
    catalogues = [file for file in written if file.suffix == ".po"]
    found = [problem for file in catalogues for problem in problems(root, file)]
    if found:
        raise BookError("\n".join(found))


def problems(root: Path, source: Path) -> Iterator[str]:
    """What is wrong with one .po file and the .mo file beside it."""
    import polib  # a development tool: learners run the book without it

    where = source.relative_to(root)
    catalogue = polib.pofile(str(source))
    for entry in catalogue.untranslated_entries():
        yield f"{where}:{entry.linenum}: not translated: {entry.msgid!r}"
    for entry in catalogue.fuzzy_entries():
        yield f"{where}:{entry.linenum}: fuzzy: {entry.msgid!r}"
    compiled = source.with_suffix(".mo")
    if not compiled.exists():
        yield f"{where}: not compiled; the .mo file is missing"
    elif _messages(polib.mofile(str(compiled))) != _messages(catalogue):
        yield f"{where}: changed since the .mo file was compiled"


def _messages(catalogue: object) -> dict[tuple[str | None, str], object]:
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr
        for entry in catalogue  # type: ignore[attr-defined]
        if not entry.obsolete
    }
