"""The pyproject files: the stage's extras, and where the project finds the new distribution."""

from fnmatch import fnmatch
from typing import Any

import tomlkit

from {{ cookiecutter.namespace }}.scaffolding.edits.toml import add, append, place_in, replaced
from {{ cookiecutter.namespace }}.scaffolding.joining.stage_table import BACKOFFICE
from {{ cookiecutter.namespace }}.scaffolding.service import Service

SERVICE = "{{ cookiecutter.namespace }}.service."


def with_extra(text: str, service: Service) -> str:
    """The stage's: what the project needs is an extra, which is in `all` as well. Raises NoPlace."""
    document = tomlkit.parse(text)
    extras = place_in(document, "project", "optional-dependencies")
    add(extras, service.name, [service.distribution])
    if BACKOFFICE in service.stage.own_projects:
        append(place_in(extras, BACKOFFICE), service.distribution)
    everything = place_in(extras, "all")
    own = f"{{ cookiecutter.namespace }}-stage-{service.stage.name}["
    for number, requirement in enumerate(everything):
        if requirement.startswith(own):
            everything[number] = replaced(requirement, "]", f",{service.name}]")
            return tomlkit.dumps(document)
    append(everything, f"{own}{service.name}]")
    return tomlkit.dumps(document)


def with_member(text: str, service: Service, folder: str) -> str:
    """The whole project's: `folder` is where the distribution is. Raises NoPlace where it is no workspace."""
    document = tomlkit.parse(text)
    tools = place_in(document, "tool")
    members = place_in(tools, "uv", "workspace", "members")
    if not any(fnmatch(folder, member) for member in members):
        append(members, folder)
        append(place_in(document, "project", "dependencies"), service.distribution)
    add(place_in(tools, "uv", "sources"), service.distribution, tomlkit.value("{ workspace = true }"))
    if "{{ cookiecutter.namespace }}" in tools:
        append(place_in(tools, "{{ cookiecutter.namespace }}", "test-apart"), folder)
    if "mypy" in tools:
        _after_its_like(place_in(tools, "mypy", "mypy_path"), folder, like=folder.rpartition("/")[0])
    if "importlinter" in tools:
        _let_linter_know(tools["importlinter"], SERVICE + service.name)
    return tomlkit.dumps(document)


def _let_linter_know(linter: Any, package: str) -> None:
    """A service like the others: in their layer, independent of each other, and nothing for those who import none."""
    _after_its_like(place_in(linter, "root_packages"), package, like=SERVICE)
    for contract in place_in(linter, "contracts"):
        for key in ("modules", "forbidden_modules"):
            if any(module.startswith(SERVICE) for module in contract.get(key, ())):
                _after_its_like(contract[key], package, like=SERVICE)
        for number, layer in enumerate(contract.get("layers", ())):
            if " : " in layer and all(module.startswith(SERVICE) for module in layer.split(" : ")):
                contract["layers"][number] = f"{layer} : {package}"


def _after_its_like(array: Any, value: str, *, like: str) -> None:
    """Into a list, after the last one that begins alike."""
    number = max((number for number, one in enumerate(array) if one.startswith(like)), default=len(array) - 1)
    array.insert(number + 1, value)
