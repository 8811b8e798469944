"""Code that a lesson shows is read from the sources, and is there."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import lab
from lab.sources.find import find
from lab.where import REFERENCE_APP, ROOT
from tests.lessons.calls import Call, calls, lessons

# An object that a lesson has imported is not looked for by its name: the import finds it, or the walk fails.
SHOWN = [call for lesson in lessons() for call in calls(lesson, "show") if call.arguments]


def last_of(name: str) -> str:
    """What something is called where it is defined: of `Breaker.watching` the method's own name."""
    return name.rpartition(".")[2]


def names_a_file(call: Call) -> bool:
    """Whether a lesson shows a whole file, such as nginx.conf, and not something that is defined in one."""
    return find(*call.arguments)[0].path.as_posix().endswith(f"/{call.arguments[-1]}")


FILES = [call for call in SHOWN if names_a_file(call)]
DEFINED = [call for call in SHOWN if call not in FILES]


def test_lessons_show_code():
    assert SHOWN


@pytest.mark.parametrize("call", DEFINED, ids=str)
def test_what_a_lesson_shows_is_in_the_sources(call: Call):
    shown = lab.show(*call.arguments)

    assert last_of(call.arguments[-1]) in shown.code


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the reference app and of the lab beside it."""
    copy = tmp_path_factory.mktemp("copy")
    for folder in (REFERENCE_APP, ROOT / "lab"):
        ignored = shutil.ignore_patterns("__pycache__", "*.sqlite3*", "media", "static")
        shutil.copytree(folder, copy / folder.name, ignore=ignored)
    return copy / REFERENCE_APP.name


class Renaming:
    """Renames what is in the copy, until `undo`."""

    def __init__(self) -> None:
        self._before: list[tuple[Path, Path, bytes]] = []

    def within(self, file: Path, old: str, new: str) -> None:
        """Each word `old` of a file; and the file, where that is its name."""
        before = file.read_bytes()
        file.write_text(re.sub(rf"\b{re.escape(old)}\b", new, before.decode()), encoding="utf-8")
        self._moved(file, file.with_stem(new) if file.stem == old else file, before)

    def file(self, file: Path) -> None:
        """A file alone."""
        self._moved(file, file.with_name(f"renamed-{file.name}"), file.read_bytes())

    def _moved(self, file: Path, now: Path, before: bytes) -> None:
        self._before.append((file, now, before))
        file.rename(now)

    def undo(self) -> None:
        for file, now, before in self._before:
            now.unlink()
            file.write_bytes(before)


@pytest.fixture
def renaming() -> Iterator[Renaming]:
    renaming = Renaming()
    yield renaming
    renaming.undo()


@pytest.mark.parametrize("call", DEFINED, ids=str)
def test_renaming_what_a_lesson_shows_is_noticed(call: Call, copy: Path, renaming: Renaming):
    target, name = call.arguments
    found, others = find(target, name, copy)

    last = last_of(name)
    for file in {one.path for one in (found, *others)}:
        renaming.within(file, last, f"{last}_renamed")

    with pytest.raises(LookupError, match=rf"has no '.*\b{re.escape(last)}'"):
        find(target, name, copy)


@pytest.mark.parametrize("call", FILES, ids=str)
def test_a_file_that_a_lesson_shows_is_shown_whole_and_missed_under_its_name(
    call: Call, copy: Path, renaming: Renaming
):
    target, name = call.arguments
    found, _ = find(target, name, copy)

    assert lab.show(target, name).code.strip() == found.path.read_text(encoding="utf-8").strip()

    renaming.file(found.path)
    with pytest.raises(LookupError):
        find(target, name, copy)
