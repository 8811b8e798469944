from pathlib import Path

import pytest

import lab
from lab.containers.engine import said

from .conftest import PYTHON

pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]

EDITED = "lab-tests/cafe:2"


def test_a_built_image_says_how_long_it_took_and_what_it_adds(cafe: lab.containers.Image):
    beneath = lab.containers.image(PYTHON)

    assert cafe.seconds > 0
    assert cafe.added(beneath) < 1
    assert cafe.shared(beneath) == len(beneath.layers)
    assert cafe.tag in cafe.text()


def test_an_edit_keeps_the_layers_that_come_before_it(cafe: lab.containers.Image, cafe_folder: Path):
    (cafe_folder / "menu.txt").write_text("latte, mocha")
    after = lab.containers.build(cafe_folder, EDITED, network=False)
    (cafe_folder / "menu.txt").write_text("latte")

    said("rmi", EDITED)

    assert len(after.layers) - after.shared(cafe) == 1


def test_a_folder_without_a_dockerfile_is_refused(tmp_path: Path):
    with pytest.raises(lab.LabError, match="there is no Dockerfile in"):
        lab.containers.build(tmp_path, "nothing:1")


def test_a_step_that_fails_is_told_by_its_own_words(tmp_path: Path):
    (tmp_path / "Dockerfile").write_text(f"FROM {PYTHON}\nRUN echo the milk is sour >&2; false\n")

    with pytest.raises(lab.LabError, match="the milk is sour"):
        lab.containers.build(tmp_path, "sour:1", network=False)
