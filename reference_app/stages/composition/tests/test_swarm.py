"""What is added to swarm.yaml, and the stack that comes of it."""

import os
import subprocess
from pathlib import Path

import pytest

from clever.runner.containers.engine import find_engine
from clever.runner.containers.stack import stack_of
from clever.runner.containers.together import text
from clever.runner.nginx import configuration

from .in_containers import BENEATH, JOB, SERVICES, TABLE

STACK = stack_of(TABLE)
BEFORE = stack_of(BENEATH)
DEPLOYED = {name: service["deploy"] for name, service in STACK["services"].items()}


def test_each_service_is_in_it_and_it_names_no_other():
    assert {*STACK["services"]} == {*SERVICES}


@pytest.mark.parametrize(
    ("name", "as_this"), [("event", "coupon"), ("event-worker", "coupon-pending"), (JOB, "prepare-coupon")]
)
def test_what_is_new_is_deployed_as_those_that_were_there(name, as_this):
    assert DEPLOYED[name] == DEPLOYED[as_this]


def test_nginx_gets_each_file_of_its_configuration():
    files = {file.name for file in configuration(TABLE.layers)}
    targets = {config["source"]: config["target"] for config in STACK["services"]["nginx"]["configs"]}

    assert targets == {name: f"/etc/clever/{name}" for name in files}
    assert {*STACK["configs"]} == {*files, "make_databases.sh"}


def test_what_was_there_is_deployed_as_it_was():
    for name, service in BEFORE["services"].items():
        assert DEPLOYED[name] == service["deploy"]


@pytest.mark.engine("docker")
def test_docker_takes_it_as_a_stack(tmp_path: Path):
    engine = find_engine()
    if engine.name == "podman":
        pytest.skip("podman has no stacks")
    given = {"PATH": os.environ["PATH"], "SECRETS": str(tmp_path), "NGINX_FOLDER": str(tmp_path)}
    command = [str(engine.program), "stack", "config", "--compose-file", "-"]

    done = subprocess.run(
        command, input=text(STACK), env=given, cwd=BENEATH.folder, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "clever/event:local" in done.stdout
    assert done.stderr == ""
