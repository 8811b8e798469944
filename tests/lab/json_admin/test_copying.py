"""A copy that a reader may change."""

from pathlib import Path

import pytest

from lab.errors import LabError
from lab.json_admin import copy, insert
from lab.json_admin.copying import PROJECT


def test_a_copy_begins_afresh_and_leaves_the_original_alone(tmp_path: Path):
    two = copy(tmp_path / "two")
    (two / "coupons/models.py").write_text("", encoding="utf-8")
    (two / "coupons.sqlite3").write_text("", encoding="utf-8")

    again = copy(tmp_path / "two")

    assert (again / "coupons/models.py").read_bytes() == (PROJECT / "coupons/models.py").read_bytes()
    assert not (again / "coupons.sqlite3").exists()


def test_a_line_is_put_behind_another_just_as_far_indented_and_once(tmp_path: Path):
    two = copy(tmp_path / "two")
    edit = ("office/campaign.py", "active: bool", "note: str")

    insert(two, [edit])
    insert(two, [edit])

    lines = (two / "office/campaign.py").read_text(encoding="utf-8").splitlines()
    assert lines.count("    note: str") == 1
    assert lines[lines.index("    active: bool") + 1] == "    note: str"


def test_a_line_that_has_nothing_to_follow_is_an_error(tmp_path: Path):
    two = copy(tmp_path / "two")

    with pytest.raises(LabError, match=r"no line of office/campaign\.py begins with 'colour'"):
        insert(two, [("office/campaign.py", "colour", "note: str")])
    with pytest.raises(LabError, match=r"no file office/notes\.py"):
        insert(two, [("office/notes.py", "active", "note: str")])


def test_the_office_knows_no_model_and_no_word_of_the_service():
    imported = [
        line
        for file in (PROJECT / "office").rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith(("import ", "from ")) and ("coupons" in line or "django.db" in line)
    ]

    assert imported == []
