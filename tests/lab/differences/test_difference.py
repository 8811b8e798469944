from pathlib import Path

import pytest

import lab
from lab.differences.difference import settings_changes
from lab.differences.files import file_changes
from lab.differences.settings import effective_settings
from lab.where import STAGES

TABLE = """\
name = "{name}"
summary = "A stage."
seams = {{ PLAYER_URL = "{seam}" }}
[projects.{name}]
settings = "{name}.settings"
wsgi = "{name}.wsgi"
port = {port}
database = "{name}"
apps = []
[projects.{name}.processes]
web = "gunicorn"
"""
SETTINGS = """\
import os
SECRET_KEY = os.environ["SECRET_KEY"]
PLAYER_URL = os.environ["PLAYER_URL"]
DATABASE = os.environ["DATABASE_URL"]
INSTALLED_APPS = {apps}
"""


def make_stage(root: Path, name: str, *, seam: str, port: int, apps: list[str]) -> Path:
    folder = root / "stages" / name
    (folder / name).mkdir(parents=True)
    (folder / "stage.toml").write_text(TABLE.format(name=name, seam=seam, port=port), encoding="utf-8")
    (folder / name / "settings.py").write_text(SETTINGS.format(apps=apps), encoding="utf-8")
    (folder / "README.md").write_text("Start it.\n", encoding="utf-8")
    (folder / "data.sqlite3").write_bytes(b"SQLite\0" + name.encode())
    return folder


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return make_stage(
        tmp_path, "whole", seam="local:", port=8000, apps=["django.contrib.auth", "django.contrib.contenttypes"]
    )


@pytest.fixture
def parted(tmp_path: Path) -> Path:
    folder = make_stage(
        tmp_path, "parted", seam="http://127.0.0.1:8002", port=8001, apps=["django.contrib.contenttypes"]
    )
    (folder / "nginx.conf").write_text("server {}\n", encoding="utf-8")
    return folder


def test_tables_settings_and_files_are_compared_in_this_order(whole, parted):
    text = lab.diff_text(whole, parted)

    positions = [text.index(part) for part in ("stage.toml", "settings of parted", "new: nginx.conf")]
    assert positions == sorted(positions)


def test_effective_settings_come_from_django_and_hide_secrets(whole):
    settings = effective_settings(whole)["whole"]

    assert settings["PLAYER_URL"] == "local:"
    assert settings["USE_TZ"] is True  # Django's own default
    assert settings["SECRET_KEY"] == "*" * 20
    assert "/tmp" not in settings["DATABASE"]


def test_the_seam_is_seen_in_tables_and_settings(whole, parted):
    found = lab.diff(whole, parted)

    assert ("seams.PLAYER_URL", "local:", "http://127.0.0.1:8002") in found.tables
    assert ("PLAYER_URL", "local:", "http://127.0.0.1:8002") in found.settings["parted"]
    assert ("INSTALLED_APPS", "only here: django.contrib.auth", "nothing else") in found.settings["parted"]


def test_a_folder_that_bears_its_stages_name_is_the_same_folder_on_both_sides(whole, parted):
    titles = [one.title for one in file_changes(whole, parted)]

    assert titles == ["whole/settings.py → parted/settings.py", "new: nginx.conf"]


def test_a_stage_does_not_differ_from_itself(whole):
    found = lab.diff(whole, whole)

    assert not found
    assert found.text() == "whole does not differ from itself."


def test_the_monolith_does_not_differ_from_itself_however_often_secrets_are_made():
    assert not lab.diff("monolith", STAGES / "monolith")


def test_settings_that_cannot_be_loaded_are_said_and_the_rest_is_compared(whole, parted):
    (parted / "parted" / "settings.py").write_text("raise SystemExit('no SECRET_KEY')\n", encoding="utf-8")

    found = lab.diff(whole, parted)

    assert "the settings of parted.settings cannot be loaded: no SECRET_KEY" in found.text()
    assert found.tables


def test_a_service_cut_out_is_compared_with_what_it_came_from():
    left = {"monolith": {"PLAYER_URL": "local:"}}
    right = {"coupon": {"PLAYER_URL": "http://x"}, "vid": {"PLAYER_URL": "local:"}}

    assert settings_changes(left, right) == {"coupon": [("PLAYER_URL", "local:", "http://x")], "vid": []}


def test_the_html_holds_each_files_lines_folded(whole, parted):
    html = lab.diff(whole, parted).html()

    assert html.count("<details>") == 2
    assert "nginx.conf" in html


@pytest.mark.parametrize("name", ["monolit", "/nowhere"])
def test_an_unknown_stage_is_answered_with_a_known_one(name):
    with pytest.raises(lab.LabError, match=r"there is .*\bmonolith\b"):
        lab.diff("monolith", name)


def test_a_broken_stage_table_is_named(whole):
    (whole / "stage.toml").write_text("name = ", encoding="utf-8")

    with pytest.raises(lab.LabError, match=r"whole/stage\.toml cannot be read"):
        lab.diff(whole, whole)
