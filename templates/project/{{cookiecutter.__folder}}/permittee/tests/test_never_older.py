"""The promise: whoever is let in had a permit within the last five seconds, whatever the permitter is doing."""

import random

import pytest

from permittee.cached import TRUSTED

from .stand_ins import World


class History:
    """When coupon had its permit, and when it had not."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.changes = [(0.0, True)]

    def change(self, permitted: bool) -> None:
        self.world.permitter.permits_of = {"coupon": {"GET /things"} if permitted else set()}
        self.changes.append((self.world.clock.now, permitted))

    def permitted_within(self, seconds: float) -> bool:
        """Whether there was a permit at any moment of the last `seconds`."""
        since = self.world.clock.now - seconds
        before = [permitted for at, permitted in self.changes if at <= since]
        return before[-1] or any(permitted for at, permitted in self.changes if at > since)


@pytest.mark.parametrize("seed", range(8))
def test_nobody_gets_in_on_a_permit_older_than_five_seconds(seed: int) -> None:
    chance = random.Random(seed)
    world = World()
    history = History(world)
    history.change(True)
    seen: set[bool | None] = set()
    let_in_after_the_end = 0

    for _ in range(2_000):
        match chance.randrange(6):
            case 0:
                world.clock.turn(chance.choice([0.01, 0.3, 1.0, 2.5, 4.9, 5.1]))
            case 1 if chance.random() < 0.3:
                history.change(chance.random() < 0.5)
            case 2:
                world.permitter.away = chance.random() < 0.5
            case 3:
                world.permitter.takes = chance.choice([0, 0, 0.2, 1.9, 4.95, 7])
            case 4:
                world.refresh()
        may = world.may()
        seen.add(may)
        if may:
            assert history.permitted_within(TRUSTED)
            let_in_after_the_end += not history.permitted_within(0)

    assert seen == {True, False, None}
    assert let_in_after_the_end > 0, "a memory that remembers nothing keeps this promise too, and is none"
