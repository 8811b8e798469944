"""Each project of each stage, as a server would start it: with production's settings, in a process of its own."""

import os
import subprocess
from pathlib import Path

import pytest

from {{ cookiecutter.namespace }}.kit.testing.programs import run_program
from {{ cookiecutter.namespace }}.runner.environment import inherited, settings_environment
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.secrets import ensure_secrets
from {{ cookiecutter.namespace }}.runner.stagefile import known_stages, load_stage

ROOT = find_root(Path(__file__).parent)
PROJECTS = [(stage, project) for stage in known_stages(ROOT) for project in load_stage(stage, ROOT).projects]
PRODUCTION = {"SECURE": "1", "DEBUG": "0", "ALLOWED_HOSTS": "site.example"}


@pytest.fixture(params=PROJECTS, ids=lambda names: "-".join(names))
def manage(request: pytest.FixtureRequest, tmp_path: Path):
    """`manage("check", SECURE="1")`: run manage.py of one project. What is given as None is taken out."""
    stage, project = load_stage(request.param[0], ROOT), request.param[1]
    folder = StageFolder(tmp_path)
    secrets = ensure_secrets(stage, folder.secrets)
    ports = {name: table.port for name, table in stage.projects.items()}
    folder.databases.mkdir(parents=True)
    settings = settings_environment(stage, project, folder, secrets=secrets, ports=ports, given={})

    def run(*arguments: str, **variables: str | None) -> "subprocess.CompletedProcess[str]":
        wanted = {**inherited(os.environ), **settings, **variables}
        environment = {name: value for name, value in wanted.items() if value is not None}
        return run_program(stage.sources / "manage.py", *arguments, folder=stage.sources, environment=environment)

    return run


def test_production_passes_djangos_deployment_checks(manage) -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert done.returncode == 0, done.stderr


def test_the_deployment_checks_would_notice_plain_http(manage) -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION | {"SECURE": "0"})

    assert done.returncode != 0


def test_without_its_secret_it_does_not_start_and_says_so(manage) -> None:
    done = manage("check", SECRET_KEY=None)

    assert done.returncode == 3
    assert done.stderr.splitlines() == ["configuration: SECRET_KEY is missing; set it in the environment"]


def test_the_migrations_are_complete(manage) -> None:
    done = manage("makemigrations", "--check", "--dry-run")

    assert done.returncode == 0, done.stdout + done.stderr
