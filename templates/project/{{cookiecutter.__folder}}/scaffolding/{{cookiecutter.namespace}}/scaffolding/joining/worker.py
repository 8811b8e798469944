"""The process that does what the services of one project have promised to do later: one for all of them."""

from pathlib import Path

import tomlkit

from {{ cookiecutter.namespace }}.runner.stagefile import StageFile
from {{ cookiecutter.namespace }}.scaffolding.changes import Changes
from {{ cookiecutter.namespace }}.scaffolding.edits.code import with_entry, with_line_after
from {{ cookiecutter.namespace }}.scaffolding.edits.toml import add, place_in
from {{ cookiecutter.namespace }}.scaffolding.finishing import formatted
from {{ cookiecutter.namespace }}.scaffolding.joining.laying import lay
from {{ cookiecutter.namespace }}.scaffolding.template import WORKER, Template

NAME, KIND = "worker", "work"
APPS = ("django_tasks_db", "{{ cookiecutter.namespace }}.kit.outbox")
TASKS = 'TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # in the database: a promise is a row'
# Side by side means other threads, and a callee in this process may have a transaction open in this one.
CALLING = 'CALLING = "naive"  # one call after the other: who is called is in this very process'


def is_there(stage: StageFile) -> bool:
    """Whether the stage has one."""
    return any(KIND in project.processes.values() for project in stage.projects.values())


def add_to(stage: StageFile, template: Template, settings: Path, changes: Changes, made: Path) -> None:
    """Add to `changes` what starts it. Raises Refused where a file is not as it has to be."""
    changes.change(settings, lambda source: formatted(with_promises(source)))
    changes.change(stage.folder / "stage.toml", lambda text: with_process(text, stage.front))
    rendered = template.render(WORKER, made / "worker", stage=stage.name, worker=NAME)
    lay(rendered, stage.folder, changes, unless_missing=("systemd",))


def with_promises(source: str) -> str:
    """The settings, by which a promise is a row, and is kept in the thread that made it. Raises NoPlace."""
    for app in APPS:
        source = with_entry(source, "INSTALLED_APPS", f'"{app}"')
    return with_line_after(with_line_after(source, "CALLEES", CALLING), "DATABASES = ", TASKS)


def with_process(text: str, project: str) -> str:
    """The table of the stage. Raises NoPlace."""
    document = tomlkit.parse(text)
    add(place_in(document, "projects", project, "processes"), NAME, KIND)
    return tomlkit.dumps(document)
