"""A project whose service has joined another composition: whose permitter it asks, and who it is there."""

from collections.abc import Mapping

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.needs import asks_permitter
from {{ cookiecutter.namespace }}.runner.secrets import variable
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile

URL, SECRET = SETTINGS = "PERMITTER_URL", "CALLER_SECRET"  # as a project's settings read them


def joined_variable(project: str, setting: str) -> str:
    """The variable by which a caller says it for one project alone, such as ORDERS_PERMITTER_URL."""
    return f"{variable(project)}_{setting}"


def joined_variables(stage: StageFile) -> tuple[str, ...]:
    """Those of all projects that may join: each that asks a permitter, on processes."""
    able = [] if stage.compose else [name for name in stage.projects if asks_permitter(stage, name)]
    return tuple(joined_variable(project, setting) for project in able for setting in SETTINGS)


def joined(stage: StageFile, project: str, given: Mapping[str, str]) -> dict[str, str]:
    """What the caller's environment `given` decides of it; nothing for a project that asks its own stage's permitter.

    Raises StageError where one of the two is there without the other.
    """
    names = {joined_variable(project, setting): setting for setting in SETTINGS}
    found = {setting: given[name] for name, setting in names.items() if given.get(name)}
    if not found or not asks_permitter(stage, project):
        return {}
    for name, setting in names.items():
        if setting not in found:
            raise StageError(f"{name} is missing: a service that has joined another stage needs {' and '.join(names)}")
    return found


def refuse_strangers(stage: StageFile, given: Mapping[str, str]) -> None:
    """Raise StageError for a variable that is about no project here: its service would go on asking its own permitter.

    In containers no project joins: where another permitter is, its compose file says, seen from the container.
    """
    known = joined_variables(stage)
    for name, value in given.items():
        if value and name.endswith(f"_{URL}") and name not in known:
            where = f"{stage.name} in containers" if stage.compose else stage.name
            raise StageError(f"{name} is set, but {where} has no project that it could be about; unset it, or mend it")
