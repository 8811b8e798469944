"""Code that a lesson shows is read from the sources, and is there."""

import shutil
from pathlib import Path

import pytest

import lab
from lab.sources.find import find
from lab.where import REFERENCE_APP
from tests.lessons.calls import Call, calls, lessons

SHOWN = [call for lesson in lessons() for call in calls(lesson, "show")]


def test_lessons_show_code():
    assert SHOWN


@pytest.mark.parametrize("call", SHOWN, ids=str)
def test_what_a_lesson_shows_is_in_the_sources(call: Call):
    shown = lab.show(*call.arguments)

    assert call.arguments[-1] in shown.code


@pytest.mark.parametrize("call", SHOWN, ids=str)
def test_renaming_what_a_lesson_shows_is_noticed(call: Call, tmp_path: Path):
    target, name = call.arguments
    app = tmp_path / "reference_app"
    shutil.copytree(REFERENCE_APP, app, ignore=shutil.ignore_patterns("__pycache__", "*.sqlite3*", "media", "static"))
    found, others = find(target, name, app)

    for one in {one.path for one in (found, *others)}:
        renamed = one.read_text(encoding="utf-8").replace(f" {name}(", f" {name}_renamed(")
        one.write_text(renamed, encoding="utf-8")

    with pytest.raises(LookupError, match=f"{name}_renamed"):
        find(target, name, app)
