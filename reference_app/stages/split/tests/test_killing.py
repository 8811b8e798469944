"""Player and coupon are killed while codes are redeemed: afterwards each was given once, and nobody had to mend it."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx2
import pytest

from clever.acceptance.redeeming import gems_of, redeem
from clever.contracts.testing.auditing import agreeing
from clever.runner.engines.postgresql import find_binaries, private_postgresql
from clever.runner.environment import database_variable

from .conftest import TABLE
from .game import Game
from .game_servers import Day, Wish, wishes
from .killing import killing
from .running import Split, running_split

pytestmark = pytest.mark.live

FULL = os.environ.get("TEST_TIER") == "full"
CODES = 2_000 if FULL else 200
# In the long form, a kill in two seconds. In the short one, in so many codes: however slow a machine is at the moment,
# it gets through, and was killed about as often.
EVERY_SECONDS, EVERY_CODES = 2.0, 20.0
MORE_CODES = 1_000  # for a machine so fast that the first are gone before enough was killed
KILLS = 4  # at least, of player and of coupon
PLAYERS = 8
LONGEST = 1_200.0  # seconds, after which no more wishes are taken
SETTLING = 60.0  # seconds; coupon-pending leaves a redemption alone for 10, and looks every 5
SEED = 2014


@pytest.fixture(scope="module", params=["sqlite", *(["postgresql"] if FULL else [])])
def stage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Split]:
    if request.param == "sqlite":
        yield request.getfixturevalue("split")  # the one that all share
        return
    if find_binaries() is None and os.environ.get("CI") != "true":
        pytest.skip("postgresql is missing")
    with private_postgresql() as server:
        settings = {database_variable(TABLE, name): server.create(name) for name in TABLE.databases}
        with running_split(tmp_path_factory.mktemp("split"), **settings) as stage:
            yield stage


@pytest.fixture(scope="module")
def game(stage: Split) -> Game:
    return Game(stage)


@dataclass(frozen=True)
class Away:
    """A redemption that was begun while player was away, and what coupon had to say."""

    wish: Wish
    answer: httpx2.Response


@pytest.fixture(scope="module")
def away(stage: Split, game: Game) -> Away:
    [wish] = wishes(game.new_codes(1), game.new_players(1), SEED)
    with stage.without("player"):
        stage.restart("coupon")
        answer = redeem(game.server, *wish)
    return Away(wish, answer)


def test_coupon_that_was_started_without_player_asks_whoever_redeems_for_patience(away: Away) -> None:
    assert away.answer.status_code == 503
    assert away.answer.headers["Content-Type"] == "application/problem+json"
    assert int(away.answer.headers["Retry-After"]) >= 1


def test_what_is_redeemed_while_both_are_killed_is_given_once_and_none_is_lost(
    stage: Split, game: Game, record_property: Callable[[str, object], None]
) -> None:
    players = game.new_players(PLAYERS)
    day = Day(game.server, wishes(game.new_codes(CODES + MORE_CODES), players, SEED))
    clock, every = (time.monotonic, EVERY_SECONDS) if FULL else (lambda: len(day.taken), EVERY_CODES)
    began = time.monotonic()
    with killing(stage, clock, every=every, seed=SEED) as killed:

        def enough(taken: int) -> bool:
            killed_enough = min(killed["player"], killed["coupon"]) >= KILLS
            return (taken >= CODES and killed_enough) or time.monotonic() > began + LONGEST

        day.work(enough)
    redeemed = time.monotonic()
    stage.until(lambda: stage.is_ready("player") and stage.is_ready("coupon"))
    # Those who put a wish off do not ask again: what they have begun is finished without them.
    stage.until(lambda: not game.pending(players), SETTLING)
    settled = time.monotonic()
    asked_again = {redeem(game.server, *wish).status_code for wish in day.put_off}
    found = game.audit(players)

    record_property("killed", dict(killed))
    record_property("taken", len(day.taken))
    record_property("answers", dict(day.answers))
    record_property("put off", len(day.put_off))
    record_property("seconds", [round(redeemed - began, 1), round(settled - redeemed, 1)])
    assert min(killed["player"], killed["coupon"]) >= KILLS
    assert len(day.taken) >= CODES
    assert day.troubles > 0
    assert asked_again == {200}  # and so somebody had put something off
    assert found == agreeing(len(day.taken))


def test_what_was_begun_without_player_completes_by_itself_and_once(stage: Split, game: Game, away: Away) -> None:
    stage.until(lambda: gems_of(game.server, away.wish.player_id) > 0, SETTLING)

    assert redeem(game.server, *away.wish).status_code == 200  # asked once more, it is the same redemption
    assert game.audit([away.wish.player_id]) == agreeing(1)
