"""What each service says of itself, on standard output: `python -m {{ cookiecutter.namespace }}.contracts.compatibility.describing SERVICES`.

It is a program, since it takes settings that no other may run on: those of all services' tests, put together.
"""

import json
import runpy
import sys
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import Any

from {{ cookiecutter.namespace }}.kit.problems import Problem, known_problems


def settings_of(services: Path) -> dict[str, Any]:
    """Settings with the apps of every service that `services` holds.

    What a service needs beside its own app, the settings say on which it is tested alone.
    """
    found: dict[str, Any] = {}
    apps: list[str] = []
    for file in sorted(services.glob("*/tests/settings.py")):
        read = {name: value for name, value in runpy.run_path(str(file)).items() if name.isupper()}
        apps += read.get("INSTALLED_APPS", [])
        found |= read
    return found | {"INSTALLED_APPS": list(dict.fromkeys(apps))}


def describe(services: Path) -> dict[str, Any]:
    """The OpenAPI description of each service that has a router, and the problems that its callers may be told of."""
    from {{ cookiecutter.namespace }}.kit.api import make_api

    found: dict[str, Any] = {}
    for file in sorted(services.glob("*/{{ cookiecutter.namespace }}/service/*/api.py")):
        name = file.parent.name
        # Contracts may not import services, so they are found by their names.
        router = getattr(import_module(f"{{ cookiecutter.namespace }}.service.{name}.api"), "router", None)
        if router is not None:
            api = make_api(title=name)
            api.add_router(f"/{name}", router)
            found[name] = {**api.get_openapi_schema(path_prefix="/api/"), "x-problems": _problems(name)}
    return found


def _problems(service: str) -> dict[str, int]:
    """The status of each problem that the service's contract declares, or that any service may answer with."""
    declared = {f"{{ cookiecutter.namespace }}.contracts.{service}", Problem.__module__}
    return {name: cls.status for name, cls in known_problems().items() if cls.__module__ in declared}


if __name__ == "__main__":
    import django
    from django.conf import settings

    import_module("{{ cookiecutter.namespace }}.kit.testing.plugin")  # it makes the environment that the settings read
    with redirect_stdout(sys.stderr):  # whatever a service says while it is loaded is no description
        folder = Path(sys.argv[1])
        settings.configure(**settings_of(folder))
        django.setup()
        described = describe(folder)
    json.dump(described, sys.stdout)
