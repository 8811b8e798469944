"""swarm.yaml says of each service what Swarm has to know, and the stack that comes of it is the stage."""

import os
import subprocess
from pathlib import Path

import pytest

from clever.runner.containers.engine import find_engine
from clever.runner.containers.stack import stack_of
from clever.runner.containers.together import text
from clever.runner.nginx import configuration

from .composition import ENGINES, JOBS, PROJECTS, SERVICES, STAGE, TABLE, read

SWARM = read("swarm.yaml")
STACK = stack_of(TABLE)
DEPLOYED = {name: service["deploy"] for name, service in STACK["services"].items()}
REPLICATED = [name for name in PROJECTS if DEPLOYED[name]["replicas"] > 1]
# What compose.yaml says in words that Swarm does not have.
CHANGED = ("depends_on", "restart", "security_opt", "shm_size", "tmpfs", "volumes", "ports", "deploy")


def test_each_service_is_in_it_and_it_names_no_other():
    assert {*SWARM["services"]} == {*SERVICES} == {*STACK["services"]}


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_the_one_of_the_compose_file_but_for_what_swarm_says_in_its_own_way(name):
    kept = {key: value for key, value in SERVICES[name].items() if key not in CHANGED}

    assert kept.items() <= STACK["services"][name].items()
    assert DEPLOYED[name]["resources"] == SERVICES[name]["deploy"]["resources"]


@pytest.mark.parametrize("name", JOBS)
def test_a_job_is_repeated_until_it_has_been_done(name):
    assert DEPLOYED[name]["mode"] == "replicated-job"
    assert DEPLOYED[name]["restart_policy"]["condition"] == "on-failure"


@pytest.mark.parametrize("name", REPLICATED)
def test_of_a_service_with_replicas_the_new_one_comes_before_the_old_one_goes(name):
    assert DEPLOYED[name]["update_config"]["order"] == "start-first"
    assert DEPLOYED[name]["update_config"]["failure_action"] == "rollback"


def test_what_has_a_volume_is_where_the_volume_is_and_there_is_one_of_it():
    volumes = {*read()["volumes"]}
    with_volume = {
        name
        for name, service in STACK["services"].items()
        if any(isinstance(each, str) and each.partition(":")[0] in volumes for each in service["volumes"])
    }
    placed = {name for name, deploy in DEPLOYED.items() if deploy.get("placement")}

    assert placed == with_volume
    assert not with_volume & {*REPLICATED}
    assert {DEPLOYED[name]["placement"]["constraints"][0] for name in placed} == {"node.labels.clever.state == here"}


def test_no_name_stands_for_one_address_in_front_of_all_replicas():
    assert {deploy["endpoint_mode"] for deploy in DEPLOYED.values()} == {"dnsrr"}


def test_nginx_gets_each_file_of_its_configuration_and_the_job_its_script():
    files = {file.name for file in configuration(TABLE.layers)}
    targets = {config["source"]: config["target"] for config in STACK["services"]["nginx"]["configs"]}

    assert targets == {name: f"/etc/clever/{name}" for name in files}
    assert {*STACK["configs"]} == {*files, "make_databases.sh"}
    volumes = [volume for service in STACK["services"].values() for volume in service["volumes"]]
    assert not [volume for volume in volumes if str(volume).endswith(":ro")]


@pytest.mark.parametrize("name", [*PROJECTS, *ENGINES])
def test_what_may_be_written_to_in_memory_is_there_in_memory(name):
    targets = {each["target"] for each in STACK["services"][name]["volumes"] if isinstance(each, dict)}

    assert targets >= {*SERVICES[name]["tmpfs"]}


@pytest.mark.engine("docker")
def test_docker_takes_it_as_a_stack(tmp_path: Path):
    engine = find_engine()
    if engine.name == "podman":
        pytest.skip("podman has no stacks")
    given = {"PATH": os.environ["PATH"], "SECRETS": str(tmp_path), "NGINX_FOLDER": str(tmp_path)}
    command = [str(engine.program), "stack", "config", "--compose-file", "-"]

    done = subprocess.run(command, input=text(STACK), env=given, cwd=STAGE, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "published: 8280" in done.stdout
    assert done.stderr == ""
