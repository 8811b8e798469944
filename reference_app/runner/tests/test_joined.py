"""A project whose service has joined another composition asks that one's permitter, under its own secret."""

import pytest

from clever.runner.environment import adjustments, with_settings
from clever.runner.errors import StageError
from clever.runner.joined import joined, joined_variables, refuse_strangers
from clever.runner.stagefile import StageFile

ELSEWHERE = {"URL": "http://127.0.0.1:8307/api/permitter", "SECRET": "known elsewhere"}
JOINED = {"ORDER_DESK_PERMITTER_URL": ELSEWHERE["URL"], "ORDER_DESK_CALLER_SECRET": ELSEWHERE["SECRET"]}


def split(**tables) -> StageFile:
    project = {"settings": "s", "wsgi": "w", "processes": {}, "calls": ["PERMITTER_URL"]}
    return StageFile.model_validate(
        {
            "name": "split",
            "folder": "/stages/split",
            "summary": "Two projects, and the one that both ask.",
            "seams": {"PERMITTER_URL": "${permitter}/api/permitter"},
            "projects": {
                "order-desk": project | {"port": 1, "apps": ["orders"]},
                "link": project | {"port": 2, "apps": ["link"]},
                "permitter": project | {"port": 3, "apps": ["permitter"], "calls": []},
            },
            **tables,
        }
    )


def test_both_variables_together_lead_one_project_elsewhere_and_no_other():
    stage = split()

    assert joined(stage, "order-desk", JOINED) == {
        "PERMITTER_URL": ELSEWHERE["URL"],
        "CALLER_SECRET": ELSEWHERE["SECRET"],
    }
    assert joined(stage, "link", JOINED) == {}


def test_they_are_adjustments_of_a_start_as_a_databases_address_is():
    stage = split()

    assert adjustments(stage, "order-desk", JOINED).keys() == {"PERMITTER_URL", "CALLER_SECRET"}
    assert with_settings(stage, {}, JOINED) == JOINED


def test_what_a_shell_calls_the_permitter_without_a_projects_name_counts_for_nothing():
    given = with_settings(split(), {"PERMITTER_URL": "http://stray", "CALLER_SECRET": "stray"}, {})

    assert adjustments(split(), "order-desk", given) == {}


@pytest.mark.parametrize("missing", JOINED)
@pytest.mark.parametrize("value", [None, ""])
def test_one_without_the_other_is_refused_by_name(missing, value):
    given = {name: setting for name, setting in (JOINED | {missing: value}).items() if setting is not None}

    with pytest.raises(StageError, match=rf"^{missing} is missing: .* needs ORDER_DESK_PERMITTER_URL and ORDER_DESK_C"):
        joined(split(), "order-desk", given)


def test_the_permitter_itself_joins_nobody():
    assert joined_variables(split()) == (*JOINED, "LINK_PERMITTER_URL", "LINK_CALLER_SECRET")
    assert joined(split(), "permitter", {"PERMITTER_CALLER_SECRET": "of something else"}) == {}


@pytest.mark.parametrize("given", [{}, JOINED, {"ORDERS_PERMITTER_URL": ""}, {"PERMITTER_URL": "http://stray"}])
def test_variables_of_this_stage_and_of_nobody_are_let_through(given):
    refuse_strangers(split(), given)


@pytest.mark.parametrize("name", ["ORDERS_PERMITTER_URL", "PERMITTER_PERMITTER_URL"])
def test_a_variable_about_no_project_of_the_stage_is_refused_before_its_service_asks_the_wrong_one(name):
    with pytest.raises(StageError, match=rf"^{name} is set, but split has no project that it could be about; unset it"):
        refuse_strangers(split(), JOINED | {name: "http://elsewhere"})


def test_in_containers_no_project_joins():
    stage = split(compose="compose.yaml", nginx={"port": 9})

    assert joined_variables(stage) == ()
    with pytest.raises(StageError, match=r"^ORDER_DESK_PERMITTER_URL is set, but split in containers has no project"):
        refuse_strangers(stage, JOINED)
