import pytest

from clever.runner import StageError
from clever.runner.tracing import newest, trace
from clever.runner.tracing.drawing import drawn, listed

from .conftest import asked, said


def test_lines_of_all_programs_make_one_way(write):
    write("coupon.log", "gunicorn says hello", asked("coupon", 0, 50, caller="game-server"))
    write("player.log", asked("player", 10, 30, caller="coupon"), said("player", 12, "low on coffee"))

    found = trace("tiny", "a-request")

    assert found.services == ["coupon", "player"]
    assert (found.milliseconds, found.hops[0].inner[0].notes[0].text) == (50, "low on coffee")


def test_other_requests_are_none_of_its_business(write):
    write("coupon.log", asked("coupon", 0, 50), asked("coupon", 0, 50, request_id="a-request-of-another"))
    write("player.log", said("player", 5, "it spoke of a-request", request_id="another"))

    assert len(trace("tiny", "a-request").rows()) == 1


def test_what_was_rotated_away_is_found_as_well(write):
    write("coupon.log.2", asked("coupon", 0, 50))
    write("coupon.log", asked("coupon", 60, 50, request_id="another"))

    assert trace("tiny", "a-request").services == ["coupon"]


@pytest.mark.parametrize(
    "broken",
    [
        '{"request_id": "a-request", "logger": "access", "proj',
        '{"request_id": "a-request", "logger": "access", "message": "request"}',
        '{"request_id": "a-request", "logger": "access", "began": 3, "milliseconds": null}',
        '{"request_id": "a-request", "message": "no time"}',
        '["a-request"]',
    ],
)
def test_a_line_that_is_cut_off_or_strange_is_left_out(write, broken):
    write("coupon.log", broken, asked("coupon", 0, 50), broken)

    assert len(trace("tiny", "a-request").rows()) == 1


def test_a_request_that_nobody_knows_is_said_so(write):
    write("coupon.log", asked("coupon", 0, 50))

    with pytest.raises(StageError, match=r"^no log of tiny knows the request 'nobody'; its id is in the answer's"):
        trace("tiny", "nobody")


def test_an_unknown_stage_is_named():
    with pytest.raises(StageError, match="unknown stage"):
        trace("nowhere", "a-request")


def test_the_drawing_is_indented_by_who_called_whom_and_in_order(write):
    write("coupon.log", asked("coupon", 0, 50, caller="game-server", method="POST", status=201))
    write("player.log", asked("player", 10.5, 30, caller="coupon"))
    write("player.log", said("player", 12, "Internal Server Error", level="ERROR", exc_info="Traceback\nKeyError: 'x'"))
    write("pending.log", said("coupon", 80, "finished"))

    assert drawn(trace("tiny", "a-request")).splitlines() == [
        "a-request on tiny: 50.0 ms, through coupon, player",
        "   at, ms  took, ms  status",
        "      0.0      50.0     201  coupon POST /api/coupon/things, for game-server",
        "     10.5      30.0     200  └─ player GET /api/player/things, for coupon",
        "     12.0                       └─ player says ERROR: Internal Server Error: KeyError: 'x'",
        "     80.0                    coupon says WARNING: finished",
    ]


def test_what_is_written_for_programs_holds_the_same(write):
    write("coupon.log", asked("coupon", 0, 50, caller="game-server"))
    write("player.log", asked("player", 10, 30, caller="coupon"), said("player", 12, "low on coffee"))

    found = trace("tiny", "a-request").as_json()

    [coupon] = found["hops"]
    assert (found["stage"], found["request_id"], found["milliseconds"]) == ("tiny", "a-request", 50)
    assert coupon["began"] == "2026-01-01T12:00:00+00:00"
    assert coupon["inner"][0]["notes"][0]["text"] == "low on coffee"


def test_the_newest_that_passed_several_services_come_first(write):
    for number in range(3):
        request_id = f"request-{number}"
        write("coupon.log", asked("coupon", number * 100, 50, request_id=request_id))
        write("player.log", asked("player", number * 100 + 5, 30, caller="coupon", request_id=request_id))
    write("coupon.log", asked("coupon", 900, 50, request_id="alone"))

    found = newest("tiny", count=2)

    assert [(one.request_id, one.services) for one in found] == [
        ("request-2", ["coupon", "player"]),
        ("request-1", ["coupon", "player"]),
    ]
    assert listed(found[:1]).split() == (
        ["request-2", "12:00:00", "GET", "/api/coupon/things", "200", "50.0", "ms", "coupon", ">", "player"]
    )
