"""Permits of a stage that runs: a change counts within five seconds, and without a permitter nobody new gets in."""

import math
import secrets
from pathlib import Path

import pytest

from .absence import Absence, hanging, killed, watch_absence
from .calling import between
from .changing import TRUSTED, Changes, watch_changes
from .conftest import basic
from .hop import AS_IT_IS, OPEN, once_more, ratio
from .permitting import plant
from .running import Split

pytestmark = pytest.mark.live

PERMIT = ("link", "GET /api/link/links")
REGULARS = ["regular", "other-regular"]
STRANGERS = ["stranger", "impostor"]

UNNOTICED = 3.0  # seconds of a permitter's absence that nobody notices: four, less one for a slow machine
ANSWER = 2.0  # seconds that permittee waits for an answer, so a request that waits for one takes as long
LONGEST = 3.0  # seconds after which permittee gives a question up
SLOW = 2.0  # seconds that a machine under heavy load may add to that

TITLE = "/api/app/titles/sleepy-otter"  # one row by its key: of so small a call the permit's share is large
ROUNDS = 45
DEAREST = 1.15


@pytest.fixture(scope="module")
def links(split: Split) -> str:
    """The address of the operation that all call."""
    return f"{split.projects['link']}/api/link/links"


@pytest.fixture(scope="module")
def known(split: Split) -> dict[str, str]:
    """Callers with a permit to list links, and their secrets."""
    known = {name: secrets.token_urlsafe(48) for name in [*REGULARS, "revoked", "disabled", "rotated"]}
    plant(split, known, [PERMIT])
    return known


@pytest.fixture(scope="module")
def changes(split: Split, links: str, known: dict[str, str]) -> Changes:
    return watch_changes(split, links, known, PERMIT)


@pytest.fixture(scope="module", params=[killed, hanging])
def absence(request: pytest.FixtureRequest, split: Split, links: str, known: dict[str, str]) -> Absence:
    return watch_absence(split, links, {name: known[name] for name in REGULARS}, request.param)


@pytest.mark.parametrize(("name", "refusal"), [("revoked", 403), ("disabled", 401), ("rotated", 401)])
def test_whoever_loses_what_let_it_in_is_out_within_five_seconds_and_stays_out(
    changes: Changes, name: str, refusal: int
) -> None:
    lost = changes.made[name]
    after = between(changes.answers[name], lost, changes.watched)

    last = max((answer.sent for answer in after if answer.status == 200), default=lost)
    assert last <= lost + TRUSTED
    assert {answer.status for answer in after if answer.sent > last} == {refusal}
    assert after[-1].sent > lost + TRUSTED, "nobody looked for long enough"


@pytest.mark.parametrize(("name", "regained"), [("revoked", "granted"), ("disabled", "enabled")])
def test_whoever_gets_it_back_is_let_in_within_five_seconds_and_stays_in(
    changes: Changes, name: str, regained: str
) -> None:
    after = between(changes.answers[name], changes.made[regained], math.inf)

    statuses = [answer.status for answer in after]
    first = statuses.index(200)
    assert all(answer.sent <= changes.made[regained] + TRUSTED for answer in after[:first])
    assert set(statuses[first:]) == {200}


def test_a_new_secret_is_good_at_once(changes: Changes) -> None:
    assert {answer.status for answer in changes.answers["rotated, with the new secret"]} == {200}


def test_nobody_else_notices_any_of_it(changes: Changes) -> None:
    for name in REGULARS:
        assert {answer.status for answer in between(changes.answers[name], changes.began, math.inf)} == {200}
    # Who is new shares a few places with others who are: for a moment there may be none.
    assert {answer.status for answer in changes.answers["stranger"]} <= {401, 503}


def test_callers_with_fresh_permits_do_not_notice_that_it_is_away(absence: Absence) -> None:
    before = absence.of(REGULARS, absence.began, absence.left)
    fresh = absence.of(REGULARS, absence.left, absence.left + UNNOTICED)

    assert {answer.status for answer in [*before, *fresh]} == {200}
    assert max(answer.took for answer in fresh) < ANSWER, "a request has waited for the permitter"


def test_after_five_seconds_they_are_told_to_come_again_and_not_let_in(absence: Absence) -> None:
    later = absence.of(REGULARS, absence.gone + TRUSTED, absence.over)

    # Whoever was still waiting when it came back may have been let in by what it said then.
    closed = [answer for answer in later if answer.sent + answer.took < absence.over]
    assert {answer.status for answer in closed} == {503}
    assert all(int(answer.retry_after) >= 1 for answer in closed)


def test_nobody_waits_for_longer_than_a_question_may_take(absence: Absence) -> None:
    everybody = absence.of([*REGULARS, *STRANGERS], absence.began, math.inf)

    assert max(answer.took for answer in everybody) <= LONGEST + SLOW


@pytest.mark.parametrize("name", STRANGERS)
def test_whoever_is_unknown_never_gets_in_before_meanwhile_or_after(absence: Absence, name: str) -> None:
    for begin, end in [(0, absence.left), (absence.left, absence.over), (absence.over, math.inf)]:
        statuses = {answer.status for answer in absence.of([name], begin, end)}
        assert statuses
        assert statuses <= {401, 503}


def test_when_it_is_back_so_is_everybody(absence: Absence) -> None:
    for name in REGULARS:
        statuses = [answer.status for answer in absence.of([name], absence.gone + TRUSTED, math.inf)]
        first = statuses.index(200)
        assert set(statuses[:first]) == {503}
        assert set(statuses[first:]) == {200}


@pytest.mark.full  # a ratio this near to one is for a machine that has little else to do
@pytest.mark.parametrize(("mode", "is_cheap"), [("cached", True), ("ask", False)])
def test_a_call_by_permit_costs_hardly_more_than_through_an_open_door_unless_each_is_asked_about(
    split: Split, tmp_path: Path, mode: str, is_cheap: bool
) -> None:
    caller = basic("game-server", split.running.credentials.caller_secret)
    with (
        once_more(split, "app", AS_IT_IS, tmp_path / "by_permit", PERMITTEE_MODE=mode) as by_permit,
        once_more(split, "app", OPEN, tmp_path / "open_door") as open_door,
    ):
        found = ratio(by_permit + TITLE, open_door + TITLE, caller, rounds=ROUNDS, pairs=40)

    assert (found <= DEAREST) is is_cheap, f"{found:.3f} times an open call"
