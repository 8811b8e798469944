"""The compose file says what stage.toml says, and lets no container do more than it must."""

import pytest

from .composition import ENGINES, JOBS, PROJECTS, SERVICES, STAGE, TABLE, files, read

PROGRAMS = list(TABLE.processes)
LONG_RUNNING = [*PROGRAMS, *ENGINES]


def test_every_program_of_split_is_a_service_and_there_are_no_others():
    assert {*SERVICES} == {*PROGRAMS, *ENGINES, *JOBS}
    assert {*JOBS} == {"databases", *(f"prepare-{name}" for name in PROJECTS)}


@pytest.mark.parametrize("name", PROJECTS)
def test_a_project_is_told_where_those_are_that_it_calls_and_nobody_else(name):
    told = {key: value for key, value in SERVICES[name]["environment"].items() if key in TABLE.seams}
    inside = {other: f"http://{other}:8000" for other in PROJECTS}
    # Behind one nginx, where people read and follow links is the same host for all.
    wanted = {
        seam: url.replace("${" + callee + "}", inside[callee])
        for seam, url in TABLE.seams_of(name).items()
        for callee in PROJECTS
        if "${" + callee + "}" in url and not seam.endswith("_ORIGIN")
    }

    assert {key: value for key, value in told.items() if key != "PERMITTER_URL" or name != "permitter"} == wanted


@pytest.mark.parametrize("name", PROJECTS)
def test_what_goes_before_a_start_is_what_stage_toml_says(name):
    commands = SERVICES[f"prepare-{name}"]["command"]
    in_the_image = [each for each in TABLE.projects[name].prepare if not each.startswith("collectstatic")]

    assert commands == ["python", "prepare.py", *in_the_image]


@pytest.mark.parametrize("name", PROJECTS)
def test_a_project_and_its_job_are_one_image_with_the_same_settings(name):
    project, job = SERVICES[name], SERVICES[f"prepare-{name}"]

    assert project["image"] == job["image"]
    assert project["environment"] == job["environment"]
    assert project["environment"]["DJANGO_SETTINGS_MODULE"] == TABLE.projects[name].settings
    assert project["depends_on"][f"prepare-{name}"] == {"condition": "service_completed_successfully"}


def test_every_database_is_made_and_each_has_one_owner():
    assert sorted(SERVICES["databases"]["command"]) == sorted(TABLE.databases)


@pytest.mark.parametrize("name", [*LONG_RUNNING, *JOBS])
def test_no_container_may_write_to_its_own_files_nor_has_any_special_right(name):
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    assert "network_mode" not in service
    # What is ours runs as the image's own user; others are told which.
    assert ("user" in service) == (service["image"].startswith(("${POSTGRES", "${REDIS", "${NGINX")))


@pytest.mark.parametrize("name", LONG_RUNNING)
def test_every_container_has_limits_and_comes_back_by_itself(name):
    service = SERVICES[name]

    assert {*service["deploy"]["resources"]["limits"]} == {"cpus", "memory"}
    assert service["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", JOBS)
def test_a_job_that_failed_is_not_repeated_for_ever(name):
    assert SERVICES[name]["restart"] == "no"
    assert "memory" in SERVICES[name]["deploy"]["resources"]["limits"]


def test_requests_under_way_may_end_before_a_container_is_killed():
    gunicorn: dict[str, object] = {}
    exec((TABLE.sources / "gunicorn.conf.py").read_text(), gunicorn)

    for name in PROGRAMS:
        assert int(SERVICES[name]["stop_grace_period"].removesuffix("s")) > gunicorn["graceful_timeout"]


def test_state_is_in_named_volumes_alone():
    named = {*read()["volumes"]}
    used = {
        name: volume.split(":")[0]
        for name, service in SERVICES.items()
        for volume in service.get("volumes", [])
        if not volume.endswith(":ro")
    }

    assert {*used.values()} == named
    assert {name for name, volume in used.items() if volume == "uploads"} == {
        program
        for name, project in TABLE.projects.items()
        if "archive" in project.apps or project.media
        for program in (name, *([f"prepare-{name}"] if "fill" in project.prepare else []))
    }


def test_no_secret_is_among_the_ordinary_settings():
    for service in SERVICES.values():
        for name in service.get("environment", {}):
            assert name in ("SECRETS_FILE", "POSTGRES_PASSWORD_FILE") or not any(
                word in name for word in ("SECRET", "PASSWORD", "KEY", "DATABASE_URL", "SEED")
            )


@pytest.mark.parametrize("name", PROJECTS)
def test_a_project_sees_its_own_secrets_and_no_others(name):
    [secret] = SERVICES[name]["secrets"]
    [of_the_job] = SERVICES[f"prepare-{name}"]["secrets"]

    assert secret == {"source": name, "target": "settings.env"}
    assert of_the_job["source"] in (name, f"prepare-{name}")


def test_only_nginx_can_be_reached_from_outside_and_only_from_this_machine():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["nginx"]
    assert SERVICES["nginx"]["ports"] == ["${NGINX_ADDRESS:-127.0.0.1:8280}:8080"]
    assert [*read("compose.inside.yaml")["services"]] == ["nginx"]
    for port in read("compose.inside.yaml")["services"]["nginx"]["ports"]:
        assert port.startswith("127.0.0.1:")


def test_the_doors_inside_lead_to_the_projects_that_they_are_named_after():
    doors = dict(
        line.split()
        for line in (STAGE / "nginx/inside.conf").read_text().replace(";", "").splitlines()
        if line.strip().startswith("81")
    )
    published = {
        port.split(":")[1].removeprefix("${").lower().replace("_port", ""): port.rsplit(":", 1)[1]
        for port in read("compose.inside.yaml")["services"]["nginx"]["ports"]
    }
    defaults = {name: f"-{project.port}}}" for name, project in TABLE.projects.items()}

    assert {name: port for port, name in doors.items()} == published
    assert {*doors.values()} == {*PROJECTS}
    for name, default in defaults.items():
        assert f"${{{name.upper()}_PORT:{default}" in files()
