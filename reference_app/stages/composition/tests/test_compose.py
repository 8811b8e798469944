"""What is added to the compose file says what stage.toml says, and changes nothing beside."""

import re

import pytest

from clever.runner.containers.compose import INSIDE
from clever.runner.containers.together import together
from clever.runner.nginx import configuration, render_all

from ...containers.tests.composition import VARIABLE
from .in_containers import ADDED, BEFORE, BENEATH, EVENT, FOLDER, JOB, NEW, SERVICES, TABLE


def test_what_is_new_are_the_programs_of_new_projects_and_what_prepares_them():
    programs = {program for name in ADDED for program in TABLE.projects[name].processes}

    assert {*NEW} == programs | {f"prepare-{name}" for name in ADDED}
    assert {*EVENT} == {*TABLE.projects["event"].processes}


def test_what_was_there_is_as_it_was_but_for_the_backoffice_the_databases_and_nginx():
    changed = {name for name in BEFORE if SERVICES[name] != BEFORE[name]}

    assert changed == {"backoffice", "prepare-backoffice", "databases", "nginx"}
    assert SERVICES["databases"]["command"] == [*BEFORE["databases"]["command"], *ADDED]
    assert SERVICES["nginx"]["depends_on"] == [*BEFORE["nginx"]["depends_on"], *ADDED]


@pytest.mark.parametrize("name", ["backoffice", "prepare-backoffice"])
def test_the_backoffice_is_another_image_and_is_told_where_the_new_ones_are(name):
    there, here = BEFORE[name], SERVICES[name]

    assert {key for key in here if here[key] != there[key]} == {"image", "environment"}
    assert here["image"] == "${BACKOFFICE_IMAGE:-clever/composition-backoffice:local}"
    assert here["environment"] == there["environment"] | {
        "DJANGO_SETTINGS_MODULE": "composition.backoffice.settings",
        **{f"{project.upper()}_URL": f"http://{project}:8000/api/{project}" for project in ADDED},
    }


def test_every_database_is_made_and_each_has_one_owner():
    assert sorted(SERVICES["databases"]["command"]) == sorted(TABLE.databases)


def test_event_is_told_where_those_are_that_it_calls_and_nobody_else():
    told = {key: value for key, value in SERVICES["event"]["environment"].items() if key in TABLE.seams}
    inside = {name: f"http://{name}:8000" for name in TABLE.projects}

    assert told == {
        seam: re.sub(r"\$\{(\w+)\}", lambda callee: inside[callee[1]], url)
        for seam, url in TABLE.seams_of("event").items()
    }


def test_event_and_its_worker_and_its_job_are_one_image_with_the_same_settings():
    for name in (*EVENT, JOB):
        assert SERVICES[name]["image"] == "${EVENT_IMAGE:-clever/event:local}"
        assert SERVICES[name]["environment"] == SERVICES["event"]["environment"]
        assert SERVICES[name]["secrets"] == [{"source": "event", "target": "settings.env"}]
    assert SERVICES["event"]["environment"]["DJANGO_SETTINGS_MODULE"] == TABLE.projects["event"].settings
    assert SERVICES[JOB]["command"] == ["python", "prepare.py", TABLE.projects["event"].prepare[0]]
    assert [*SERVICES[JOB]["depends_on"]] == ["databases"]


@pytest.mark.parametrize(
    ("name", "as_this"), [("event", "coupon"), ("event-worker", "coupon-pending"), (JOB, "prepare-vid")]
)
def test_in_all_else_it_is_as_those_that_were_there(name, as_this):
    its_own = {"image", "command", "environment", "secrets", "depends_on"}
    ours, theirs = ({k: v for k, v in each.items() if k not in its_own} for each in (SERVICES[name], SERVICES[as_this]))

    assert ours == theirs
    assert ours["read_only"] is True


def test_every_project_has_a_door_of_its_own_inside():
    [published] = [each["ports"] for each in together(TABLE.files(INSIDE))["services"].values()]
    text = "".join(
        render_all(configuration(TABLE.layers), {"RESOLVER": "", "NGINX_LISTEN": "", "NGINX_USER": ""}).values()
    )
    doors = dict(re.findall(r"^ *(81\d\d) (\w+);", text, re.MULTILINE))

    assert {*doors.values()} == {*TABLE.projects}
    assert {*doors} == {*re.findall(r"listen (81\d\d);", text)} == {port.rpartition(":")[2] for port in published}
    assert f"127.0.0.1:${{EVENT_PORT:-{TABLE.projects['event'].port}}}:8108" in published


def test_both_stages_in_containers_can_be_up_at_once():
    ports = [[*(project.port for project in each.projects.values()), each.nginx.port] for each in (TABLE, BENEATH)]

    assert not set(ports[0]) & set(ports[1])


def test_each_variable_that_is_new_is_explained_with_its_default_and_none_is_stale():
    text = "".join((FOLDER / name).read_text() for name in ("compose.yaml", INSIDE))
    known = BENEATH.file(".env.example").read_text()
    used = {match[1]: match[2] for match in VARIABLE.finditer(text) if match[2]}
    explained = dict(re.findall(r"^# ([A-Z_]+)=(.*)$", (FOLDER / ".env.example").read_text(), re.MULTILINE))

    assert explained == {name: value for name, value in used.items() if f"# {name}={value}\n" not in known}
