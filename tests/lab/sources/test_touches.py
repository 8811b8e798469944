"""Counting where a name stands."""

from pathlib import Path

import pytest

from lab.errors import LabError
from lab.sources.places import NotThere
from lab.sources.touches import touches


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "shop"
    (place / "migrations").mkdir(parents=True)
    (place / "models.py").write_text("price = 1\nQ(price__gt=0)\nprices = 2\ntotal_price = 3\n", encoding="utf-8")
    (place / "list.html").write_text("<td>{{ drink.price }}</td>\n", encoding="utf-8")
    (place / "migrations/0001.py").write_text("price = 1\n", encoding="utf-8")
    (place / "shop.sqlite3").write_bytes(b"price\0")
    return place


def test_a_name_counts_as_a_whole_word_and_in_a_lookup(folder: Path):
    found = touches("price", in_=folder)

    assert found.found == {"shop/list.html": [1], "shop/models.py": [1, 2]}
    assert (found.files, found.lines) == (2, 3)


def test_a_file_may_be_asked_alone(folder: Path):
    assert touches("price", in_=folder / "list.html").found == {"shop/list.html": [1]}


def test_parts_of_the_reference_app_and_their_modules_are_known_by_name():
    found = touches("ends_at", in_=["coupon", "contracts.coupon"])

    assert {"coupon/models.py", "coupon/admin.py", "contracts/coupon.py"} <= set(found.found)
    assert not [file for file in found.found if "locale" in file or "migrations" in file]


def test_a_place_that_is_not_there_is_an_error(folder: Path):
    with pytest.raises(LabError, match="no folder or file"):
        touches("price", in_=folder / "admin.py")
    with pytest.raises(NotThere):
        touches("price", in_="cuopon")
    with pytest.raises(LabError, match="coupon has no module modles"):
        touches("price", in_="coupon.modles")


def test_it_shows_which_lines():
    shown = touches("limit_per_player", in_="coupon.models").text()

    assert "coupon/models.py" in shown
    assert "limit_per_player: 1 lines in 1 files" in shown
