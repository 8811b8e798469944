"""Nobody gets into what is new without a permit, and event has one for what it asks of others and for nothing else."""

import pytest

from clever.runner.stagefile import SEAM

from .conftest import BENEATH, NEW, TABLE


@pytest.mark.parametrize("project", NEW)
def test_every_operation_refuses_a_caller_without_its_very_permit(described, project):
    refusals = described(project)["refusals"]

    assert refusals.keys() == set(described(project)["operations"])
    assert refusals
    for operation, answers in refusals.items():
        assert answers["without a permit"][0] == 403, operation
        assert answers["with all other permits"][0] == 403, operation


@pytest.mark.parametrize("project", NEW)
@pytest.mark.parametrize("who", ["wrong secret", "unknown", "malformed"])
def test_every_operation_challenges_a_caller_whom_the_permitter_does_not_know(described, project, who):
    for operation, answers in described(project)["refusals"].items():
        status, challenge = answers[who]

        assert status == 401, operation
        assert challenge.startswith("Basic realm="), operation


@pytest.mark.parametrize("project", NEW)
def test_probes_and_the_description_of_the_api_are_open_to_whoever_comes(described, project):
    for address, answers in described(project)["open"].items():
        for who, (status, _) in answers.items():
            assert status not in (401, 403), f"{address}, {who}"


@pytest.mark.parametrize("project", NEW)
def test_an_operation_is_called_by_its_route(described, project):
    assert described(project)["operations"]
    assert described(project)["unresolved"] == []


@pytest.mark.parametrize("project", NEW)
def test_a_project_that_is_new_decides_about_its_own_operations(described, project):
    assert described(project)["permittee_service"] == project
    assert described(project)["middleware"][-2:] == [
        "permittee.ext.django.middlewares.AuthorizationMiddleware",
        "clever.kit.middleware.permitted.PermittedMiddleware",
    ]


def test_every_permit_of_events_is_for_an_operation_that_there_is(described):
    for permit in TABLE.permits["event"]:
        service, operation = permit.split(" ", maxsplit=1)

        assert operation in described(service)["operations"], permit


def test_event_may_ask_those_that_it_calls_and_all_of_them(described):
    called = {callee for url in TABLE.seams_of("event").values() for callee in SEAM.findall(url)} - {"permitter"}

    assert {permit.split()[0] for permit in TABLE.permits["event"]} == called
    assert not [permit for permit in TABLE.permits["event"] if permit.endswith("*")]


def test_nobody_else_may_more_than_before_but_the_publishers_own_servers():
    added = {caller: {*permits} - {*BENEATH.permits.get(caller, ())} for caller, permits in TABLE.permits.items()}

    assert {caller: permits for caller, permits in added.items() if permits} == {
        "game-server": {f"{name} *" for name in NEW},
        **{name: {*TABLE.permits[name]} for name in NEW if name in TABLE.permits},
    }
