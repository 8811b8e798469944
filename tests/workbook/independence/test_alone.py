"""A project that is not by itself is refused. That each of ours is by itself, `inv test` tries in a part of its own."""

import sys
from pathlib import Path

import pytest

from clever.runner.stagefile import load_stage
from workbook.book import REPOSITORY
from workbook.errors import BookError
from workbook.independence.alone import Alone
from workbook.independence.parts import alone
from workbook.independence.wheels import Environment, Wheels


@pytest.fixture
def crowded(tmp_path: Path) -> Alone:
    """coupon, in the workbook's own environment, where everything is."""
    wheels = Wheels.build(REPOSITORY, tmp_path / "wheels")
    return Alone(load_stage("split"), "coupon", REPOSITORY, tmp_path, Environment(Path(sys.executable), wheels))


def test_whoever_came_along_is_named(crowded: Alone):
    with pytest.raises(BookError) as refused:
        crowded.has_no_company()

    for name in ("clever-service-vid", "clever-runner", "just-enough-architecture", "clever.service.player"):
        assert name in str(refused.value)
    for name in ("clever-kit,", "clever-service-coupon", "clever.service.coupon", "permittee"):
        assert name not in str(refused.value)


def test_what_goes_wrong_before_a_start_is_said(crowded: Alone, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STAGES_STATE", str(crowded.folder / "state"))  # there is no manage.py in this folder

    with pytest.raises(BookError, match=r"(?s)preparing failed.*manage\.py"):
        crowded.prepares()


def test_each_of_our_names_stands_for_our_own_wheel(crowded: Alone):
    lines = dict(line.split(" @ ") for line in crowded.environment.wheels.ours.read_text().splitlines())

    assert lines["clever-kit"].startswith(crowded.environment.wheels.folder.as_uri())
    assert lines["clever-kit"].endswith(".whl")
    projects = [file.read_text("utf-8") for file in REPOSITORY.glob("reference_app/**/pyproject.toml")]
    assert len(lines) == sum("[build-system]" in text for text in projects) + 1  # and the workbook


def test_every_project_is_tried_alone_but_the_one_that_opens_the_others_databases():
    names = [part.name for part in alone(REPOSITORY, ["monolith", "split", "containers"], "full")]

    projects = ["vid", "player", "coupon", "notice", "link", "app", "permitter"]
    assert names == [f"{name} of split alone" for name in projects]


def test_those_that_call_nobody_but_the_permitter_have_their_turn_in_the_full_tier():
    names = [part.name for part in alone(REPOSITORY, ["monolith", "split"], "default")]

    assert names == [f"{name} of split alone" for name in ("player", "coupon", "link", "permitter")]
    assert list(alone(REPOSITORY, ["split"], "fast")) == []
