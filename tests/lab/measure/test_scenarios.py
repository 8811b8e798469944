"""Each scenario, played for a moment against a monolith of its own."""

from pathlib import Path

import pytest

import lab

pytestmark = pytest.mark.live


@pytest.mark.parametrize("scenario", ["board", "notices", "link"])
def test_readers_are_answered(monolith, scenario):
    found = lab.load(monolith, scenario, seconds=0.5, users=2)

    assert found.requests > 0
    assert found.errors == {}


def test_each_code_is_redeemed_once_and_the_load_ends_with_the_last(monolith):
    found = lab.load(monolith, "redeem", seconds=20, users=4, codes=20)

    assert found.requests == 20
    assert found.errors == {}
    assert found.seconds < 20


def test_a_page_of_the_stage_can_be_chosen(monolith):
    found = lab.load(monolith, "page", path="/nowhere", seconds=0.3, users=1)

    assert found.errors == {"404": found.requests}


def test_an_address_is_no_stage_that_a_service_could_call(monolith):
    with pytest.raises(lab.LabError, match="give it a stage, not an address"):
        lab.load(monolith.url, "redeem", seconds=0.3)


def test_every_scenario_is_played_here():
    played = {"board", "notices", "link", "redeem", "page"}

    assert {path.stem for path in Path(lab.__file__).parent.glob("scenarios/[!_]*.py")} == played
