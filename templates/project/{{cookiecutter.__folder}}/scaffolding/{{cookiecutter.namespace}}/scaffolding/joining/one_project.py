"""A stage that is one project for all services: one app more in it, its addresses, and whom it calls in there."""

from functools import partial
from pathlib import Path

import tomlkit

from {{ cookiecutter.namespace }}.runner.stagefile import StageFile
from {{ cookiecutter.namespace }}.scaffolding.changes import Changes
from {{ cookiecutter.namespace }}.scaffolding.edits.code import with_entry, with_line_after
from {{ cookiecutter.namespace }}.scaffolding.edits.toml import append, place_in
from {{ cookiecutter.namespace }}.scaffolding.errors import Refused
from {{ cookiecutter.namespace }}.scaffolding.finishing import formatted, sorted_imports
from {{ cookiecutter.namespace }}.scaffolding.joining import calls_inside, worker
from {{ cookiecutter.namespace }}.scaffolding.service import Service
from {{ cookiecutter.namespace }}.scaffolding.template import Template

IMPORT = "from {{ cookiecutter.namespace }}."
ROUTER = "api.add_router("


def join(service: Service, template: Template, changes: Changes, made: Path) -> None:
    """Add to `changes` what makes the service a part of the one project; `made` is a folder for what is rendered.

    Raises Refused where a file is otherwise, and for a callee that is not in the project.
    """
    stage = service.stage
    folder, (project, table) = stage.folder, next(iter(stage.projects.items()))
    if missing := [callee for callee in service.calls if callee not in table.apps]:
        raise Refused(f"{service.name} calls {missing[0]}, which {stage.name} has not")
    settings = folder / f"{table.settings.replace('.', '/')}.py"
    changes.change(settings, lambda source: formatted(with_app(source, service)))
    changes.change(settings.with_name("urls.py"), lambda source: sorted_imports(with_router(source, service), stage))
    changes.change(folder / "pyproject.toml", lambda text: with_dependency(text, service))
    changes.change(folder / "stage.toml", lambda text: with_name(text, service, project))
    if service.calls:
        changes.change(settings, partial(calls_inside.with_seams, service=service))
        changes.change(folder / "stage.toml", partial(calls_inside.with_callees, service=service, project=project))
        changes.change(folder / "README.md", partial(calls_inside.with_variables, service=service))
    if template.asks and not worker.is_there(stage):
        worker.add_to(stage, template, settings, changes, made)


def is_one_project(stage: StageFile) -> bool:
    """Whether all services of the stage are in one project."""
    return len(stage.projects) == 1


def with_app(source: str, service: Service) -> str:
    """The settings. Raises NoPlace."""
    return with_entry(source, "INSTALLED_APPS", f'"{{ cookiecutter.namespace }}.service.{service.name}"')


def with_router(source: str, service: Service) -> str:
    """The addresses. Raises NoPlace."""
    name = service.name
    source = with_line_after(source, IMPORT, f"from {{ cookiecutter.namespace }}.service.{name}.api import router as {name}")
    return with_line_after(source, "api = make_api(", f'{ROUTER}"/{name}", {name})', unless_after=ROUTER)


def with_dependency(text: str, service: Service) -> str:
    """The stage's distribution needs the service's. Raises NoPlace."""
    document = tomlkit.parse(text)
    append(place_in(document, "project", "dependencies"), service.distribution)
    return tomlkit.dumps(document)


def with_name(text: str, service: Service, project: str) -> str:
    """The table of the stage. Raises NoPlace."""
    document = tomlkit.parse(text)
    append(place_in(document, "projects", project, "apps"), service.name)
    return tomlkit.dumps(document)
