"""The services that a project has made since: its template does not know them, so they join what comes of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from {{ cookiecutter.namespace }}.runner.needs import PERMITTER
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile, load_stage
from {{ cookiecutter.namespace }}.scaffolding.changes import Changes
from {{ cookiecutter.namespace }}.scaffolding.joining.joining import join, register
from {{ cookiecutter.namespace }}.scaffolding.layout import Layout
from {{ cookiecutter.namespace }}.scaffolding.service import Service, seam_of
from {{ cookiecutter.namespace }}.scaffolding.template import Template


class Own(NamedTuple):
    """A service that is the project's own, those that it calls, and the stage that it has joined."""

    name: str
    calls: tuple[str, ...]
    stage: str


def own_services(project: StageFile, made: StageFile) -> Iterator[Own]:
    """The services of a project's stage that it was not made with."""
    known = {app for table in made.projects.values() for app in table.apps}
    callees = {seam_of(app): app for table in project.projects.values() for app in table.apps}
    for table in project.projects.values():
        for app in table.apps:
            if app not in known:
                seams = table.calls or ()
                calls = [callees[seam] for seam in seams if seam in callees and callees[seam] != PERMITTER]
                yield Own(app, table.callees.get(app, tuple(calls)), table.distribution)


def join_all(services: Iterable[Own], root: Path, made: Path) -> None:
    """Let each service join its stage in the project in `root`; `made` is a folder for what is rendered.

    Raises Refused where one of them finds no place.
    """
    layout = Layout.find(root)
    for name, calls, stage in services:
        title, changes = name.capitalize(), Changes()
        service = Service(name, title, title, calls, load_stage(stage, root))
        register(service, layout, changes)
        join(service, Template.of(service, layout.template), layout, changes, made / name)
        with changes.written():
            pass
