"""Both admins, running, and what each of them can do."""

from pathlib import Path

import pytest

from lab.json_admin import copy, manage, serve, tour
from lab.json_admin.tour import WAYS


@pytest.mark.live
def test_both_admins_do_the_daily_work_and_one_of_them_a_good_deal_more(tmp_path: Path):
    two = copy(tmp_path / "two")

    with serve(two) as both:
        rows = {row[0]: dict(zip(WAYS, row[1:], strict=True)) for row in tour(both).rows}

    only_djangos = [what for what, can in rows.items() if can == {"Django's admin": "yes", "the JSON admin": "no"}]
    assert only_djangos == ["search", "say who changed what", "delete"]
    assert [what for what, can in rows.items() if can["Django's admin"] == "no"] == []
    assert both.password not in repr(both)


def test_the_models_and_the_migration_agree(tmp_path: Path):
    assert manage(copy(tmp_path / "two"), "makemigrations", "--check", "--dry-run") == "No changes detected"
