"""`inv contracts` from end to end, but for the code of the services."""

from collections.abc import Callable
from datetime import date

import pytest

from clever.contracts.compatibility.checking import Report, check
from clever.contracts.compatibility.places import Places

from .descriptions import PATH, content, fields, kettle

TODAY = date(2026, 11, 30)
OLD = kettle(requestBody=content(fields(tea={})))
NEWER = kettle(requestBody=content(fields(tea={}, sugar={})))
BREAKING = kettle(requestBody=content(fields("sugar", tea={}, sugar={})))

STALE = "contracts/released/kettle.json is not what kettle says of itself today; run inv contracts --write"
UNBEARABLE = "clients of the last release would break; mend that, or allow it in contracts/released/breaks.toml"
REQUIRED = f'kettle: POST {PATH} now requires the field "sugar"'
BREAK = f"""
[[break]]
service = "kettle"
operation = "POST {PATH}"
change = 'now requires the field "sugar"'
reason = "agreed with all who drink it"
date = {TODAY}
"""
IN_VAIN = f"contracts/released/breaks.toml: {REQUIRED}: that is not so, seen from"


@pytest.fixture
def run(places: Places) -> Callable[..., Report]:
    """`run(NEWER, against="main")`: the report, where the service says that of itself. OLD is recorded at first."""
    check(places, {"kettle": OLD}, against="", write=True, day=TODAY)
    return lambda now, against="", write=False: check(places, {"kettle": now}, against=against, write=write, day=TODAY)


def commit(git: Callable[..., str]) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "Work")


def test_what_is_recorded_is_bearable_and_fresh(run: Callable[..., Report]) -> None:
    assert run(OLD) == Report([], [])


def test_before_the_first_release_nobody_can_be_let_down(places: Places) -> None:
    report = check(places, {"kettle": BREAKING}, against="", write=False, day=TODAY)

    assert report.problems == []
    assert report.lines == [
        "nothing is recorded yet, so nobody can be let down; do so with the first release: inv contracts --write"
    ]


def test_what_is_new_must_be_recorded(run: Callable[..., Report]) -> None:
    assert run(NEWER) == Report([f'new       kettle: POST {PATH} now reads the field "sugar"'], [STALE])
    assert run(NEWER, write=True).problems == []
    assert run(NEWER) == Report([], [])


def test_what_breaks_is_told_and_fails(run: Callable[..., Report]) -> None:
    report = run(BREAKING)

    assert report.lines == [
        f"BREAKING  {REQUIRED}: a client of the last release does not send it. Make it optional, or add a new operation"
    ]
    assert report.problems == [STALE, UNBEARABLE]


def test_a_break_that_is_recorded_is_still_one_against_the_release(
    run: Callable[..., Report], git: Callable[..., str]
) -> None:
    commit(git)
    git("tag", "v1")

    recorded = run(BREAKING, write=True)

    assert recorded.lines[-1] == "recorded  kettle"
    assert recorded.problems == []
    assert run(BREAKING).problems == []
    assert run(BREAKING, against="v1").problems == [UNBEARABLE]
    assert run(BREAKING, against="v1", write=True).problems == [UNBEARABLE]


def test_a_break_that_is_meant_is_allowed_until_a_release_has_taken_it_up(
    places: Places, run: Callable[..., Report], git: Callable[..., str]
) -> None:
    commit(git)
    git("tag", "v1")
    (places.released / "breaks.toml").write_text(BREAK)
    run(BREAKING, write=True)

    proposed = run(BREAKING, against="main")
    commit(git)
    merged, before_release = run(BREAKING, against="main"), run(BREAKING, against="v1")
    git("tag", "v2")
    released = run(BREAKING, against="v2")

    assert proposed.problems == merged.problems == before_release.problems == []
    assert before_release.lines == [f"allowed   {REQUIRED} (agreed with all who drink it)"]
    assert released.problems == [f"{IN_VAIN} v2; take it out"]


def test_a_break_that_allows_nothing_is_refused(
    places: Places, run: Callable[..., Report], git: Callable[..., str]
) -> None:
    commit(git)
    (places.released / "breaks.toml").write_text(BREAK)

    assert run(OLD, against="main").problems == [f"{IN_VAIN} main; take it out"]


def test_a_revision_that_has_recorded_nothing_is_no_failure(
    run: Callable[..., Report], git: Callable[..., str]
) -> None:
    assert run(OLD, against="HEAD") == Report(
        ["new       kettle: the service is new", "HEAD has no contracts/released: to it, every service is new"], []
    )
