import pytest

from clever.runner.containers.images.found import find, find_all, must_find
from clever.runner.errors import StageError


def test_only_those_that_are_there_are_found(stand_in):
    stand_in.has("clever/coupon:local", **{"clever.sources": "abc"})

    found = find_all(stand_in.engine, ["clever/vid:local", "clever/coupon:local"])

    assert {tag: image.sources for tag, image in found.items()} == {"clever/coupon:local": "abc"}


def test_an_image_that_somebody_else_made_has_no_sources_of_ours(stand_in):
    stand_in.has("nginx:1.26")

    assert find(stand_in.engine, "nginx:1.26").sources == ""


def test_one_that_must_be_there_and_is_not_is_named(stand_in):
    with pytest.raises(StageError, match="there is no image clever/vid:local; make it: inv images"):
        must_find(stand_in.engine, "clever/vid:local")
