"""The backoffice's settings: one app more, and one database more that it opens."""

import ast

from {{ cookiecutter.namespace }}.scaffolding.edits.code import with_entry, with_line_after
from {{ cookiecutter.namespace }}.scaffolding.service import Service


def with_service(source: str, service: Service) -> str:
    """The settings with the service in them. Raises NoPlace where they assign one of the four to nothing.

    What it owes to others is not among it: a router goes by the app, and only one service's outbox can be opened.
    """
    name, package = service.name, f"{{ cookiecutter.namespace }}.service.{service.name}"
    address = f'database(env, "{name.upper()}_DATABASE_URL", default=sqlite_url(HERE / "{name}.sqlite3"))'
    for assigned, entry in {
        "INSTALLED_APPS": f'"{package}"',
        "ROUTER_CONFIG": f'"{name}": "{package}"',
        "DATABASES": f'"{package}": {address}',
        "SERVICES": f'"{name}": env.seam("{service.seam}")',
    }.items():
        source = with_entry(source, assigned, entry)
    return _with_imports(source)


def _with_imports(source: str) -> str:
    """A backoffice that adds nothing yet to the one beneath it imports nothing of what an addition needs."""
    imports = [one for one in ast.parse(source).body if isinstance(one, ast.ImportFrom)]
    there = {name.name for one in imports for name in one.names}
    beneath = next((str(one.module) for one in imports if one.names[0].name == "*"), "")
    for module, names in (("{{ cookiecutter.namespace }}.kit.databases", ("database", "sqlite_url")), (beneath, ("HERE", "env"))):
        if module and not there.issuperset(names):
            source = with_line_after(source, "from ", f"from {module} import {', '.join(names)}")
    return source
