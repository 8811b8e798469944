"""The settings of the projects that are new here, as a server reads them, in a process of its own."""

import pytest

from .conftest import NEW, OURS, STAGE, TABLE, Manage


def test_the_stage_brings_what_is_new_and_a_backoffice_that_knows_it():
    folders = {file.parent.name for file in STAGE.glob("composition/*/settings.py")}

    assert {*OURS} == {*NEW, "backoffice"} == folders


@pytest.mark.parametrize("project", OURS)
def test_a_project_passes_djangos_deployment_checks_and_has_all_its_migrations(described, project):
    assert described(project)  # describing it begins with those, and ends where one fails


def test_event_has_its_own_app_and_no_other_service(described):
    assert described("event")["apps"] == ["clever.service.event"]


def test_the_backoffice_has_all_of_them(described):
    every = {app for project in TABLE.projects.values() for app in project.apps}

    assert {app.rpartition(".")[2] for app in described("backoffice")["apps"]} == every


def test_event_knows_where_those_are_whom_it_calls_and_of_nobody_else(described):
    assert set(described("event")["urls"]) == {*TABLE.projects["event"].calls}


def test_event_is_ready_whoever_else_is_away(described):
    assert described("event")["callees"] == []


def test_the_clock_of_a_request_starts_before_all_else(described):
    assert described("event")["middleware"][0] == "clever.kit.middleware.budget.BudgetMiddleware"


def test_what_event_does_later_is_kept_in_events_own_database(manage: Manage):
    done = manage("backoffice", "shell", "--no-imports", "-c", HOMES)

    assert done.returncode == 0, done.stderr
    homes = dict(line.split("=") for line in done.stdout.split())
    assert homes["django_tasks_database"] == homes["outbox"] == homes["event"] == "clever.service.event"
    assert homes["auth"] == "default"
    assert homes["coupon"] == "clever.service.coupon"


HOMES = """
from django.apps import apps
from django.db import router
for model in apps.get_models():
    print(f"{model._meta.app_label}={router.db_for_write(model)}")
"""


@pytest.mark.parametrize("name", ["ARCHIVE_URL", "NOTICE_URL", "PLAYER_URL", "COUPON_URL", "PERMITTER_URL"])
def test_without_the_address_of_a_callee_event_does_not_start_and_says_which(manage: Manage, name):
    done = manage("event", "check", **{name: None})

    assert done.returncode == 3
    assert done.stderr.splitlines() == [f"configuration: {name} is missing; set it in the environment"]


@pytest.mark.parametrize(("name", "value"), [("BUDGET_SECONDS", "soon"), ("CALLING", "boldly"), ("COUPON_URL", "x")])
def test_a_malformed_variable_stops_the_start_in_one_line(manage: Manage, name, value):
    done = manage("event", "check", **{name: value})

    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"configuration: {name} is malformed: ")
