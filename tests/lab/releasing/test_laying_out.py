from pathlib import Path

import pytest

import lab


def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path):
    (tmp_path / "thesis.txt").write_text("ten years of work", encoding="utf-8")

    with pytest.raises(lab.LabError, match=r"thesis\.txt, which is none of ours"):
        lab.releases("monolith", folder=tmp_path)

    assert (tmp_path / "thesis.txt").exists()


def test_an_unknown_stage_is_an_error_with_the_nearest_name(tmp_path: Path):
    with pytest.raises(lab.LabError, match="did you mean monolith"):
        lab.releases("monolit", folder=tmp_path / "shop")
