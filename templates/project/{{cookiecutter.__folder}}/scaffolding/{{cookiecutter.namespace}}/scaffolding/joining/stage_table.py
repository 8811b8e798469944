"""stage.toml: the new project, where it is, what it may, and who may call it."""

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.items import Table

from {{ cookiecutter.namespace }}.runner.needs import PERMITTER, home_of
from {{ cookiecutter.namespace }}.scaffolding.edits.toml import add, append, place_in
from {{ cookiecutter.namespace }}.scaffolding.service import Service, seam_of
from {{ cookiecutter.namespace }}.scaffolding.template import Template

GAME_SERVER = "game-server"  # the publisher's own servers, which call every service
BACKOFFICE = "backoffice"


def with_service(text: str, service: Service, template: Template, *, port: int, container_port: int | None) -> str:
    """The table of the stage with the service in it. Raises NoPlace where a part of it is not where it should be."""
    stage = tomlkit.parse(text)
    add(place_in(stage, "seams"), service.seam, f"${{ "{" }}{{ "{" }}{service.name}}}/api/{service.name}")
    _add_project(stage, service, template, port)
    if BACKOFFICE in service.stage.own_projects:
        append(place_in(stage, "projects", BACKOFFICE, "opens"), service.name)
        append(place_in(stage, "projects", BACKOFFICE, "calls"), service.seam)
    permits = place_in(stage, "permits")
    append(place_in(permits, GAME_SERVER), f"{service.name} *")
    if template.asks:
        add(permits, service.name, [f"{home_of(service.stage, template.asks)} {template.permit}"])
    if container_port:
        add(place_in(stage, "containers", "ports"), service.name, container_port)
    return tomlkit.dumps(stage)


def _add_project(stage: TOMLDocument, service: Service, template: Template, port: int) -> None:
    name, package = service.name, service.stage.name
    project: Table = tomlkit.table()
    project["settings"] = f"{package}.{name}.settings"
    project["wsgi"] = f"{package}.{name}.wsgi"
    project["port"] = port
    project["database"] = name
    project["apps"] = [name]
    project["serves"] = [f"/api/{name}/"]
    project["calls"] = [*map(seam_of, service.calls), seam_of(PERMITTER)]
    project["prepare"] = ["migrate --no-input", "collectstatic --no-input"]
    worker = f', {name}-worker = "work"' if template.asks else ""
    project["processes"] = tomlkit.value(f'{{ "{" }}{ {name} = "gunicorn"{worker} }}')
    project.add(tomlkit.nl())
    place_in(stage, "projects")[name] = project
