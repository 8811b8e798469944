"""The four services that an event is made of are killed while rewards are earned: afterwards each was given once."""

import os
import time
from collections.abc import Callable

import pytest

from clever.kit.sample import sample_id

from ...split.tests.killing import killing
from ...split.tests.running import Split
from .organiser import Organiser

pytestmark = pytest.mark.live

FULL = os.environ.get("TEST_TIER") == "full"
REWARDS = 2_000 if FULL else 120
MORE = 3_000  # for a machine so fast that the first are given before enough was killed
EVERY = 25.0 if FULL else 6.0  # rewards between two kills, on average
KILLS = 8 if FULL else 1  # at least, of each of the four
LONGEST = 900.0  # seconds, after which no more is reported
VICTIMS = ("app", "notice", "player", "coupon")
COMPANIONS = ("event-worker", "event")
SETTLING = 240.0  # seconds; whoever was asked in vain is asked again after 30 at the latest
SEED = 2007


def test_what_is_earned_while_all_four_are_killed_is_given_once_and_none_is_lost(
    composition: Split, record_property: Callable[[str, object], None]
) -> None:
    organiser = Organiser(composition)
    event_id = organiser.open(token="lantern", prize="medal")
    players = [str(sample_id("player", number)) for number in range(1, REWARDS + MORE + 1)]
    began = time.monotonic()

    def clock() -> float:
        return len(organiser.reported)

    with killing(composition, clock, every=EVERY, seed=SEED, victims=VICTIMS, companions=COMPANIONS) as killed:

        def enough(reported: int) -> bool:
            killed_enough = min(killed[victim] for victim in VICTIMS) >= KILLS
            return (reported >= REWARDS and killed_enough) or time.monotonic() > began + LONGEST

        rewarded = organiser.report(event_id, players, enough)
    reported = time.monotonic()
    composition.until(lambda: all(composition.is_ready(victim) for victim in VICTIMS))
    composition.until(lambda: organiser.open_promises() == 0, SETTLING)
    settled = time.monotonic()
    owned = [organiser.owned(player) for player in rewarded]

    record_property("killed", dict(killed))
    record_property("answers", dict(organiser.answers))
    record_property("seconds", [round(reported - began, 1), round(settled - reported, 1)])
    assert len(rewarded) >= REWARDS
    assert min(killed[victim] for victim in VICTIMS) >= KILLS
    assert {items.get("medal", 0) for items in owned} == {1}, "a reward was lost, or given twice"
    assert {items.get("lantern", 0) for items in owned} == {1}, "a point was lost, or counted twice"
