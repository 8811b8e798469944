from typing import Any

from clever.runner.tracing.hops import Hop, Note
from clever.runner.tracing.nesting import nest

from .conftest import asked, said


def tree(*lines: dict[str, Any]) -> Any:
    """Who called whom, as names in lists: ["coupon", ["player", ["vid"]]]."""
    hops, _ = nest([Hop.of(line) for line in lines], [])
    return [_branch(hop) for hop in hops]


def _branch(hop: Hop) -> Any:
    return [hop.service, *map(_branch, hop.inner)]


def test_each_is_in_the_one_that_called_it():
    found = tree(
        asked("vid", 20, 5, caller="player"),
        asked("player", 10, 30, caller="coupon"),
        asked("coupon", 0, 50, caller="game-server"),
    )

    assert found == [["coupon", ["player", ["vid"]]]]


def test_two_calls_one_after_the_other_are_side_by_side():
    found = tree(
        asked("coupon", 0, 50, caller="game-server"),
        asked("vid", 5, 10, caller="coupon"),
        asked("player", 20, 10, caller="coupon"),
    )

    assert found == [["coupon", ["vid"], ["player"]]]


def test_two_calls_at_a_time_are_side_by_side_though_one_lasts_over_the_other():
    found = tree(
        asked("backoffice", 0, 50),
        asked("vid", 5, 40, caller="backoffice"),
        asked("player", 10, 20, caller="backoffice"),
    )

    assert found == [["backoffice", ["vid"], ["player"]]]


def test_who_was_refused_and_so_named_nobody_is_in_the_innermost():
    found = tree(
        asked("coupon", 0, 50, caller="game-server"),
        asked("player", 10, 30, caller="coupon"),
        asked("permitter", 12, 5, caller="stranger", status=401),
    )

    assert found == [["coupon", ["player", ["permitter"]]]]


def test_a_service_that_calls_itself_by_way_of_another_is_told_apart():
    found = tree(
        asked("coupon", 0, 50, caller="game-server"),
        asked("player", 10, 30, caller="coupon"),
        asked("coupon", 15, 10, caller="player"),
        asked("vid", 18, 2, caller="coupon"),
    )

    assert found == [["coupon", ["player", ["coupon", ["vid"]]]]]


def test_who_comes_after_the_caller_has_ended_was_not_called_by_it():
    assert tree(asked("coupon", 0, 10), asked("player", 20, 5, caller="coupon")) == [["coupon"], ["player"]]


def test_a_note_is_in_the_request_that_it_was_written_in():
    hops = [Hop.of(asked("coupon", 0, 50)), Hop.of(asked("player", 10, 20, caller="coupon"))]
    notes = [Note.of(said("player", 15, "low on coffee")), Note.of(said("coupon", 90, "finished later"))]

    [coupon], left = nest(hops, notes)

    assert [note.text for note in coupon.inner[0].notes] == ["low on coffee"]
    assert [note.text for note in left] == ["finished later"]
    assert coupon.notes == []
