"""Each service's fate while a project is away is the one that the table foretells, neither better nor worse.

That what is whole is whole, the other tests show. Most of those that redeem need vid for their phones, so here a player
who has been there before redeems.
"""

from collections.abc import Mapping

import httpx2
import pytest

from {{ cookiecutter.namespace }}.acceptance.absence.doors import assert_shut
from {{ cookiecutter.namespace }}.acceptance.absence.limping import SHOWN_BY
from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Caller
from {{ cookiecutter.namespace }}.acceptance.codes import make_codes
from {{ cookiecutter.namespace }}.acceptance.redeeming import redeem
from {{ cookiecutter.namespace }}.acceptance.regulars import Regular
from {{ cookiecutter.namespace }}.runner import StageFile, load_stage
from {{ cookiecutter.namespace }}.runner.needs import Fate, blast_radius, permitters

pytestmark = pytest.mark.needs()  # nobody in particular: it looks at who is left


@pytest.fixture
def table(addresses: Addresses) -> StageFile:
    return load_stage(addresses.stage)


@pytest.fixture
def fates(table: StageFile, absent: str) -> Mapping[str, Fate]:
    """The fate of each service, as the stage's own file has it."""
    return blast_radius(table)[absent]


def test_who_falls_does_not_answer_and_everybody_else_is_alive(
    fates: Mapping[str, Fate], addresses: Addresses, stranger: Caller
) -> None:
    alive = {name: is_alive(stranger, addresses.services[name]) for name in fates}

    assert alive == {name: fate is not Fate.FALLS for name, fate in fates.items()}


def is_alive(stranger: Caller, base: str) -> bool:
    try:
        return stranger.get("/healthz", base=base).status_code == 200
    except httpx2.ConnectError:
        return False


def test_who_limps_says_that_it_has_to_wait(
    fates: Mapping[str, Fate], table: StageFile, absent: str, regular: Regular, stranger: Caller
) -> None:
    limping = [name for name, fate in fates.items() if fate is Fate.LIMPS]

    assert {name for name, missing in SHOWN_BY if missing == absent} <= {*limping}, "who is known to limp is foretold"
    for name in limping:
        if absent in permitters(table):
            assert_shut(name, regular.service, stranger)
        else:
            assert (name, absent) in SHOWN_BY, f"{name} limps without {absent}; at what? absence/limping.py has to know"
            SHOWN_BY[name, absent](regular)


def test_where_coupon_is_whole_a_code_is_worth_its_items_whoever_is_away(
    fates: Mapping[str, Fate], regular: Regular
) -> None:
    if fates["coupon"] is Fate.WHOLE:  # as without vid: player limps then, and coupon does not
        [code] = make_codes(regular.service, 1)

        assert redeem(regular.service, code, regular.player_id).json()["state"] == "complete"
