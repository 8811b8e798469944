"""What the engine says of the containers that run."""

import pytest

from clever.runner.secrets import ensure_secrets

from .composition import ENGINES, JOBS, PROJECTS, TABLE
from .running import Running, up

pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]

OURS = [*TABLE.processes]
ALL = [*OURS, *ENGINES]


@pytest.mark.parametrize("service", ALL)
def test_a_container_has_its_limits_and_no_rights_beside(containers: Running, service: str):
    host = containers.inspected(service)["HostConfig"]

    assert 0 < host["NanoCpus"] <= 1_000_000_000
    assert 0 < host["Memory"] <= 512 * 1024 * 1024
    assert host["ReadonlyRootfs"] is True
    assert host["CapDrop"] == ["ALL"]
    assert host["Privileged"] is False
    assert host["RestartPolicy"]["Name"] == "unless-stopped"


@pytest.mark.parametrize("service", ALL)
def test_nothing_runs_as_root(containers: Running, service: str):
    heading, *processes = containers.compose.engine.run("top", containers.of(service).id, "-eo", "pid,uid").splitlines()

    assert heading.split() == ["PID", "UID"]
    assert processes
    assert "0" not in [line.split()[1] for line in processes]


@pytest.mark.parametrize("service", OURS)
def test_a_container_cannot_write_to_its_own_files(containers: Running, service: str):
    said = containers.within(service, "sh", "-c", "touch /app/x 2>&1 || true; touch /tmp/x && echo in /tmp it can")

    assert "Read-only file system" in said
    assert "in /tmp it can" in said


def test_no_secret_is_shown_to_whoever_asks_the_engine(containers: Running):
    secrets = ensure_secrets(TABLE, containers.compose.folder.secrets)
    told = "".join(str(containers.inspected(service)) for service in [*ALL, *JOBS])
    private = {name: value for name, value in secrets.items() if name not in ("STAFF_NAME", "VID_PUBLIC_KEY")}

    assert len(private) > 25
    assert [name for name, value in private.items() if value in told] == []


@pytest.mark.parametrize("project", PROJECTS)
def test_a_database_opens_for_its_own_project_alone(containers: Running, project: str):
    other = next(name for name in PROJECTS if name != project)
    password = f"PGPASSWORD=$(sed -n 's/^{project}=//p' /run/secrets/database-passwords)"
    ask = f"{password} psql -h postgres -U {project} -Atc 'SELECT 1'"
    run = ["run", "--rm", "--no-deps", "-T", "--entrypoint", "/bin/sh", "databases", "-c"]

    said = containers.compose.run(*run, f"{ask} -d {project}; {ask} -d {other} 2>&1 || true")

    assert said.splitlines()[0] == "1"
    assert "permission denied for database" in said


def test_one_that_dies_comes_back_by_itself(containers: Running):
    before = containers.inspected("link")

    # From inside: what the engine itself kills, it takes for stopped on purpose.
    containers.within("link", "python", "-c", "import os, signal; os.kill(1, signal.SIGTERM)")

    containers.until(lambda: containers.inspected("link")["RestartCount"] > before["RestartCount"])
    containers.until(lambda: containers.of("link").state == "running")
    assert up().running.reused


def test_it_takes_less_than_two_gib(containers: Running):
    ids = [containers.of(service).id for service in ALL]
    said = containers.compose.engine.run("stats", "--no-stream", "--format", "{{.MemUsage}}", *ids).splitlines()
    used = [line.split("/")[0].strip() for line in said]

    assert len(used) == len(ALL)
    assert sum(float(each.removesuffix("MiB")) for each in used) < 2 * 1024, used
