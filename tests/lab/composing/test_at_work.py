"""The event service at work, while the four that it is composed of are slow, hang or are gone.

All in one file, since it takes longest to start the stage.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from uuid import uuid4

import pytest

import lab
from lab.composing.parts import PARTS

pytestmark = [pytest.mark.live, pytest.mark.along]

LATE = {"archive": 50.0, "notice": 20.0, "player": 30.0, "coupon": 40.0}  # ms
BUDGET = 0.5  # seconds; event's settings have more, and a test would only wait longer
NOISE = 1.5  # seconds that a busy machine may take beside
PROGRAMS = {"app": "banner", "notice": "announcement", "player": "player", "coupon": "rewards.at-3"}


@pytest.fixture(scope="module")
def parts(composition: lab.Stage) -> Iterator[lab.Parts]:
    with lab.parts(composition) as parts:
        yield parts


@pytest.fixture(scope="module")
def careful(parts: lab.Parts) -> lab.Process:
    return parts.event("careful", BUDGET_SECONDS=BUDGET)


@pytest.fixture(scope="module")
def naive(parts: lab.Parts) -> lab.Process:
    return parts.event("naive")


@pytest.fixture
def again(festival: lab.Festival, careful: lab.Process) -> Iterator[None]:
    """After a test that has left a part alone for a while: whoever calls it carefully does so again."""
    yield
    deadline = time.monotonic() + 30
    while festival.page(target=careful).missing:
        assert time.monotonic() < deadline, "a part that is back stays missing"
        time.sleep(0.1)


def timed(call: Callable[[], object]) -> float:
    began = time.monotonic()
    call()
    return time.monotonic() - began


def test_a_festival_is_opened_with_all_its_parts(festival: lab.Festival):
    assert set(festival.parts().values()) == {"kept"}
    assert "Lantern festival at composition: " in festival.text()


def test_its_page_shows_all_of_them(festival: lab.Festival):
    page = festival.page()

    assert page.missing == []
    assert [name for name, _ in page.lines()] == ["banner", "announcement", "player", "points", "rewards.at-3"]
    assert "lanterns.png" in page.html()


def test_points_are_lanterns_and_three_are_worth_a_gem(festival: lab.Festival):
    player_id = festival.new_player("Jun")

    standing = festival.progress(3, player_id)

    assert standing["rewards"] == {"at-3": "kept"}
    assert festival.owned(player_id) == {"lantern": 3, "gem": 1}


@pytest.fixture(scope="module")
def taken(
    parts: lab.Parts, careful: lab.Process, naive: lab.Process, festival: lab.Festival
) -> Iterator[lab.Comparison]:
    """Each of the four calls, and the page put together from them both ways, by turns."""
    questions = {
        "archive": f"/files/{festival.id}",
        "notice": f"/notices/{festival.id}?language=en",
        "player": f"/players/{festival.player_id}",
        "coupon": f"/campaigns/{parts.campaign_of(festival.id, 'at-3')}",
    }
    calls = {name: partial(parts.ask, name, path) for name, path in questions.items()}
    with parts.slow(LATE):
        pages = {"careful": festival.page_at(careful), "naive": festival.page_at(naive)}
        yield lab.compare({**calls, **pages}, rounds=15, seconds=0.1, baseline="archive")


def test_a_page_takes_naively_as_long_as_all_its_calls_and_carefully_much_less(
    taken: lab.Comparison, record_property: Callable[[str, object], None]
):
    together = sum(taken.median(name) for name in LATE)

    record_property("medians, ms", {name: round(float(taken.median(name)), 1) for name in taken.measured})
    record_property("naive / sum", float(taken.median("naive")) / together)
    assert 0.75 <= taken.median("naive") / together <= 2
    assert taken.ratio("naive", "careful") >= 1.5


@pytest.mark.alone
def test_a_page_takes_hardly_longer_than_its_slowest_call(
    taken: lab.Comparison, record_property: Callable[[str, object], None]
):
    """On a machine that has nothing else to do: four answers have to be read, and that takes a processor some time."""
    record_property("careful / slowest", str(taken.ratio("careful", "archive")))
    assert max(LATE, key=taken.median) == "archive"
    assert taken.ratio("careful", "archive") <= 1.3


@pytest.mark.parametrize(("program", "part"), PROGRAMS.items())
def test_a_part_that_hangs_holds_no_request_longer_than_its_budget(
    composition: lab.Stage, festival: lab.Festival, careful: lab.Process, again: None, program: str, part: str
):
    with lab.fault.hang(composition, program):
        page = timed(lambda: festival.page(target=careful))
        shown = festival.page(target=careful)
        made = timed(lambda: festival.progress(3, target=careful))
        opened = timed(lambda: festival.open(id=str(uuid4()), target=careful))

    assert part in shown.missing
    assert max(page, made, opened) < BUDGET + NOISE


def test_who_has_hung_for_some_requests_is_not_waited_for_any_more(
    composition: lab.Stage, festival: lab.Festival, careful: lab.Process, again: None
):
    with lab.fault.hang(composition, "notice"):
        for _ in range(6):
            festival.page(target=careful)
        taken = min(timed(lambda: festival.page(target=careful)) for _ in range(3))

    assert taken < BUDGET / 2


def test_naively_a_part_that_hangs_is_waited_for_long_past_the_budget(
    composition: lab.Stage, festival: lab.Festival, naive: lab.Process
):
    with lab.fault.hang(composition, "notice"):
        taken = timed(lambda: festival.page(target=naive))

    assert taken > BUDGET + NOISE


@pytest.mark.parametrize("part", PARTS)
def test_a_page_opens_without_the_part_that_is_away_and_with_it_when_it_is_back(
    parts: lab.Parts, festival: lab.Festival, careful: lab.Process, again: None, part: str
):
    missing = {"archive": "banner", "notice": "announcement", "coupon": "rewards.at-3"}.get(part, part)

    with lab.fault.refuse(parts[part]):
        shown = festival.page(target=careful)

    assert shown.missing == [missing]
    assert "not there at the moment" in shown.text()


def test_a_reward_that_was_earned_while_coupon_was_away_is_given_once(
    composition: lab.Stage, festival: lab.Festival, careful: lab.Process, again: None
):
    player_id, key = festival.new_player("Sol"), uuid4()

    with lab.fault.hang(composition, "coupon"):
        earned = festival.progress(3, player_id, key=key, target=careful)

    assert earned["rewards"] == {"at-3": "open"}
    deadline = time.monotonic() + 60
    while festival.progress(3, player_id, key=key)["rewards"] != {"at-3": "kept"}:
        assert time.monotonic() < deadline, "the worker does not give what is owed"
        time.sleep(0.2)
    assert festival.owned(player_id) == {"lantern": 3, "gem": 1}


def test_an_event_server_that_cannot_be_is_refused_in_one_line(parts: lab.Parts):
    with pytest.raises(lab.LabError, match='say "careful" or "naive"'):
        parts.event("brave")
    with pytest.raises(lab.LabError, match="has no part 'link': its parts are archive, notice, player, coupon"):
        parts["link"]
