"""The project's tasks. `inv --list` shows them, `inv <task> --help` explains one."""

from invoke import Collection, Context, task

from {{ cookiecutter.namespace }}.acceptance.tasks import run_tests
from {{ cookiecutter.namespace }}.contracts.compatibility.tasks import contracts
{%- if cookiecutter.stage in ("containers", "composition") %}
from {{ cookiecutter.namespace }}.runner.containers.tasks import images, release
{%- endif %}
from {{ cookiecutter.namespace }}.runner.tasks import backup, down, move, register, reload, restore, status, trace, up
from {{ cookiecutter.namespace }}.scaffolding.growing.tasks import grow, shrink
from {{ cookiecutter.namespace }}.scaffolding.tasks import new_service

CHECKS = ("ruff check", "ruff format --check", "mypy", "lint-imports --no-cache")


@task
def check(context: Context) -> None:
    """Lint, format, types, and who imports whom: all that can be said without running anything."""
    for command in CHECKS:
        context.run(command, echo=True)


namespace = Collection(
    *[up, down, reload, status, backup, restore, move, trace, register],
    *[{% if cookiecutter.stage in ("containers", "composition") %}images, release, {% endif %}new_service, grow, shrink, contracts, check, run_tests],
)
