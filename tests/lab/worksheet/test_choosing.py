"""Which stage is chosen for whom."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lab.worksheet.answers import ANSWERS
from lab.worksheet.arrangements import STAGES
from lab.worksheet.choosing import choose
from lab.worksheet.facts import FACTS
from lab.worksheet.guesses import GUESSES
from lab.worksheet.inputs import Input

SHOP = {"team": 2, "on_call": 1, "peak": 2}
STUDIO = {"team": 30, "teams": 4, "on_call": 4, "outages": 2, "outage": 60, "part": 10}
COMPANY = {"team": 60, "teams": 6, "on_call": 8, "peak": 600, "releases": 8, "outages": 3, "outage": 120, "part": 15}


@pytest.mark.parametrize(
    ("answers", "stage"),
    [
        (SHOP, "monolith"),
        (STUDIO, "split"),
        (STUDIO | {"peak": 300}, "containers"),
        (COMPANY | {"events": 3, "now": "split"}, "composition"),
    ],
)
def test_each_stage_is_the_answer_for_somebody(sheet, answers, stage):
    assert sheet(**answers).answer.stage == stage


@pytest.mark.parametrize("team", range(1, 9))
def test_a_small_team_without_special_needs_stays_with_the_monolith(sheet, team):
    assert sheet(team=team).answer.stage == "monolith"


def test_two_people_who_were_left_with_split_services_are_told_to_go_back(sheet):
    assert sheet(now="split", **SHOP).answer.stage == "monolith"


def test_what_takes_too_long_is_not_the_answer_but_is_named(sheet):
    answer = sheet(team=5, on_call=2, weeks=6, peak=400).answer

    assert answer.stage == "monolith"
    assert answer.chosen.unmet == ["peak"]
    assert answer.best.arrangement.stage == "containers"


def test_a_need_is_not_made_up_for_by_low_costs(sheet):
    free = sheet(team=30, on_call=4, keys=True, outages=0).answer

    assert free.stage == "split"
    assert free.chosen.hours > free.options[0].hours


def test_without_anything_to_compose_nobody_is_told_to_compose(sheet):
    for now in STAGES[:-1]:
        assert sheet(now=now, **COMPANY).answer.stage != "composition"


def numbers(inputs: tuple[Input, ...]) -> st.SearchStrategy[dict[str, float]]:
    return st.fixed_dictionaries({one.name: _values(one) for one in inputs})


def _values(one: Input) -> st.SearchStrategy[float]:
    if one.kind == "real":
        return st.floats(one.low, one.high)
    return st.integers(int(one.low), int(one.high)).map(float)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(figures=numbers((*ANSWERS, *GUESSES, *FACTS)), before=st.sampled_from(STAGES))
def test_there_is_an_answer_to_everything_that_may_be_said(figures, before):
    answer = choose(figures, before)

    assert answer.stage in STAGES
    assert answer.chosen.in_time
    assert all(hours >= 0 for one in answer.options for hours in one.lines.values())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(figures=numbers((*ANSWERS, *GUESSES, *FACTS)), before=st.sampled_from(STAGES), more=st.floats(1, 100))
def test_who_expects_more_is_never_sent_to_where_there_is_less_room(figures, before, more):
    few = choose(figures, before).chosen
    many = choose({**figures, "peak": figures["peak"] * more}, before).chosen

    assert many.capacity >= few.capacity


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(figures=numbers((*ANSWERS, *GUESSES, *FACTS)), before=st.sampled_from(STAGES), more=st.integers(0, 500))
def test_more_time_makes_nothing_worse(figures, before, more):
    short = choose(figures, before).chosen
    long = choose({**figures, "weeks": figures["weeks"] + more}, before).chosen

    if short.capacity >= figures["peak"]:
        assert long.lacking <= short.lacking
    else:
        assert long.capacity >= short.capacity
