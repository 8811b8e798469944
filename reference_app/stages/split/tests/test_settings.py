"""The settings of each project as a server reads them, in a process of its own."""

import pytest

from .conftest import PROJECTS, STAGE, TABLE, Manage

EVERYWHERE = ["SECRET_KEY", "CALLER_NAME", "CALLER_SECRET", "VID_PUBLIC_KEY"]


@pytest.mark.parametrize("project", PROJECTS)
def test_a_project_passes_djangos_deployment_checks_and_has_all_its_migrations(described, project):
    assert described(project)  # describing it begins with those, and ends where one fails


def test_the_deployment_checks_would_notice_plain_http(manage: Manage):
    done = manage("vid", "check", "--deploy", "--fail-level", "WARNING", SECURE="0")

    assert done.returncode != 0
    assert "SECURE_HSTS_SECONDS" in done.stderr


@pytest.mark.parametrize("project", [name for name in PROJECTS if name != "backoffice"])
def test_a_project_has_its_own_apps_and_no_other_service(described, project):
    assert {app.rpartition(".")[2] for app in described(project)["apps"]} == set(TABLE.projects[project].apps)


def test_the_backoffice_has_all_of_them(described):
    every = {app for project in TABLE.projects.values() for app in project.apps}

    assert {app.rpartition(".")[2] for app in described("backoffice")["apps"]} == every


@pytest.mark.parametrize("project", PROJECTS)
def test_a_project_knows_where_those_are_whom_it_calls_and_of_nobody_else(described, project):
    calls = {seam for seam in TABLE.projects[project].calls if seam.endswith("_URL")}

    found = described(project)

    # The backoffice keeps the other addresses in a table of its own, for the page that describes the APIs.
    assert set(found["urls"]) == (calls if project != "backoffice" else {"VID_URL", "PLAYER_URL", "PERMITTER_URL"})
    # Readiness asks what a service cannot work without; with fresh permits it can, for a while, without the permitter.
    assert set(found["callees"]) == (calls - {"PERMITTER_URL"} if project != "backoffice" else set())


def test_no_cookie_of_one_project_is_anothers(described):
    sets_cookies = {project: described(project)["cookies"] for project in ("notice", "backoffice")}

    names = [name for cookies in sets_cookies.values() for name in cookies if name != "sessionid"]
    assert len(names) == len(set(names)) == 3  # notice has no sessions


@pytest.mark.parametrize("project", ["vid", "permitter"])
@pytest.mark.parametrize("name", EVERYWHERE)
def test_without_a_secret_it_does_not_start_and_says_which(manage: Manage, project, name):
    done = manage(project, "check", **{name: None})

    assert done.returncode == 3
    assert done.stderr.splitlines() == [f"configuration: {name} is missing; set it in the environment"]


@pytest.mark.parametrize(
    ("project", "name"), [("coupon", "PLAYER_URL"), ("player", "VID_URL"), ("link", "PERMITTER_URL")]
)
def test_without_the_address_of_a_callee_it_does_not_start_and_says_which(manage: Manage, project, name):
    done = manage(project, "check", **{name: None})

    assert done.returncode == 3
    assert done.stderr.splitlines() == [f"configuration: {name} is missing; set it in the environment"]


@pytest.mark.parametrize(
    ("name", "value"), [("PERMITTER_URL", "ftp://permitter"), ("PERMITTEE_MODE", "always"), ("PLAYER_URL", "player")]
)
def test_a_malformed_variable_stops_the_start_in_one_line(manage: Manage, name, value):
    done = manage("coupon", "check", **{name: value})

    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"configuration: {name} is malformed: ")


def test_manage_py_asks_which_project_is_meant(manage: Manage):
    done = manage("vid", "check", DJANGO_SETTINGS_MODULE=None)

    assert done.returncode == 1
    assert "Set DJANGO_SETTINGS_MODULE, for example to split.coupon.settings" in done.stderr


def test_each_project_has_a_folder_and_a_table():
    folders = {file.parent.name for file in STAGE.glob("split/*/settings.py")}

    assert folders == set(PROJECTS)
