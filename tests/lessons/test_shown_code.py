"""Code that a lesson shows is read from the sources, and is there."""

import re
import shutil
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


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A copy of the reference app and of the lab beside it, in which one may rename things."""
    for folder in (REFERENCE_APP, ROOT / "lab"):
        ignored = shutil.ignore_patterns("__pycache__", "*.sqlite3*", "media", "static")
        shutil.copytree(folder, tmp_path / folder.name, ignore=ignored)
    return tmp_path / REFERENCE_APP.name


@pytest.mark.parametrize("call", DEFINED, ids=str)
def test_renaming_what_a_lesson_shows_is_noticed(call: Call, app: Path):
    target, name = call.arguments
    found, others = find(target, name, app)

    last = last_of(name)
    for one in {one.path for one in (found, *others)}:
        renamed = re.sub(rf"\b{re.escape(last)}\b", f"{last}_renamed", one.read_text(encoding="utf-8"))
        one.write_text(renamed, encoding="utf-8")
        if one.stem == last:  # or it is found as a module
            one.rename(one.with_stem(f"{last}_renamed"))

    with pytest.raises(LookupError, match=rf"has no '.*\b{re.escape(last)}'"):
        find(target, name, app)


@pytest.mark.parametrize("call", FILES, ids=str)
def test_a_file_that_a_lesson_shows_is_shown_whole_and_missed_under_its_name(call: Call, app: Path):
    target, name = call.arguments
    found, _ = find(target, name, app)

    assert lab.show(target, name).code.strip() == found.path.read_text(encoding="utf-8").strip()

    found.path.rename(found.path.with_name(f"renamed-{found.path.name}"))
    with pytest.raises(LookupError):
        find(target, name, app)
