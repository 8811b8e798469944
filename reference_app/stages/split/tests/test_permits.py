"""Nobody gets in without a permit, anywhere, and stage.toml gives none that opens nothing."""

import pytest

from .conftest import PROJECTS, TABLE

ASKING = [name for name in PROJECTS if "PERMITTER_URL" in TABLE.projects[name].calls and name != "backoffice"]
GRANTING = "PUT /api/player/players/<player_id>/grants/<key>"


@pytest.mark.parametrize("project", ASKING)
def test_every_operation_refuses_a_caller_without_its_very_permit(described, project):
    refusals = described(project)["refusals"]

    assert refusals.keys() == set(described(project)["operations"])
    for operation, answers in refusals.items():
        assert answers["without a permit"][0] == 403, operation
        assert answers["with all other permits"][0] == 403, operation


@pytest.mark.parametrize("project", ASKING)
@pytest.mark.parametrize("who", ["wrong secret", "unknown", "malformed"])
def test_every_operation_challenges_a_caller_whom_the_permitter_does_not_know(described, project, who):
    for operation, answers in described(project)["refusals"].items():
        status, challenge = answers[who]

        assert status == 401, operation
        assert challenge.startswith("Basic realm="), operation


@pytest.mark.parametrize("project", [*ASKING, "backoffice"])
def test_probes_and_the_description_of_the_api_are_open_to_whoever_comes(described, project):
    for address, answers in described(project)["open"].items():
        for who, (status, _) in answers.items():
            assert status not in (401, 403), f"{address}, {who}"


@pytest.mark.parametrize("project", [*ASKING, "backoffice"])
def test_wrong_credentials_are_refused_where_nothing_is_as_well_as_where_something_is(described, project):
    for address, answers in described(project)["nowhere"].items():
        for who in ("wrong secret", "unknown", "malformed"):
            status, challenge = answers[who]
            assert status == 401, f"{address}, {who}"
            assert challenge.startswith("Basic realm="), f"{address}, {who}"
        assert answers["without a permit"][0] == 404


@pytest.mark.parametrize("project", [name for name in PROJECTS if name != "backoffice"])
def test_an_operation_is_called_by_its_route(described, project):
    assert described(project)["operations"]
    assert described(project)["unresolved"] == []


@pytest.mark.parametrize("project", ASKING)
def test_a_project_decides_about_its_own_operations(described, project):
    assert described(project)["permittee_service"] == project
    middleware = described(project)["middleware"]
    assert middleware[-2:] == [
        "permittee.ext.django.middlewares.AuthorizationMiddleware",
        "clever.kit.middleware.permitted.PermittedMiddleware",
    ]


def test_every_permit_is_for_an_operation_that_there_is(described):
    for caller, permits in TABLE.permits.items():
        for permit in permits:
            service, operation = permit.split(" ", maxsplit=1)

            assert operation == "*" or operation in described(service)["operations"], f"{caller}: {permit}"


def test_items_are_granted_by_coupon_and_besides_by_staff_and_the_publishers_own_servers():
    may = {
        caller for caller, permits in TABLE.permits.items() if {f"player {GRANTING}", "player *"}.intersection(permits)
    }

    assert may == {"coupon", "backoffice", "game-server"}


def test_a_service_may_do_with_another_what_it_calls_it_for_and_nothing_at_large():
    services = {caller: permits for caller, permits in TABLE.permits.items() if caller != "game-server"}

    assert not [permit for permits in services.values() for permit in permits if permit.endswith("*")]
    for caller, permits in services.items():
        asked = {permit.split()[0] for permit in permits}
        assert asked <= {seam.removesuffix("_URL").lower() for seam in TABLE.projects[caller].calls}
