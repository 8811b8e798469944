"""What a service may be called: it is the name of a package, an app and a host, and a part of addresses."""

import keyword
import pkgutil
import re
from collections.abc import Iterator

import django.contrib
from django.conf import global_settings

from {{ cookiecutter.namespace }}.runner.stagefile import StageFile, known_stages, load_stage
from {{ cookiecutter.namespace }}.scaffolding.errors import Refused
from {{ cookiecutter.namespace }}.scaffolding.layout import Layout

NAME = re.compile(r"[a-z][a-z0-9]{1,23}")
TITLE = re.compile(r"[^\W_](?:[\w ,.&'-]{0,58}[\w.])?")
# Words that mean something else in a file that is made: a variable, a class, an address, a host.
MEANT_OTHERWISE = frozenset(
    {"api", "cache", "database", "databases", "default", "docs", "env", "include", "literal", "openapi", "page", "path"}
    | {"postgres", "protocol", "redis", "services"}
    # Classes that a contract imports, in the way of which its own would be.
    | {"any", "client", "decimal", "int64", "line", "moment", "state"}
)
# What the template has in Korean already; a title of the same words would say it a second time.
TRANSLATED = frozenset({"player", "title", "made at", "record", "records"})


def check_name(name: str, layout: Layout) -> None:
    """Raises Refused where no service can be called so, and where somebody is."""
    if not NAME.fullmatch(name):
        raise Refused(f"{name!r} is no name for a service; take one word of 2 to 24 lower-case letters and digits")
    if keyword.iskeyword(name) or keyword.issoftkeyword(name):
        raise Refused(f"{name!r} is a word of Python's, so no package can be called so; take another name")
    if name in MEANT_OTHERWISE or hasattr(global_settings, f"{name.upper()}_URL"):
        raise Refused(f"{name!r} means something else in a stage; take another name")
    for taken, by in _taken(layout):
        if name == taken:
            raise Refused(f"{name!r} is taken, by {by}; take another name")


def check_title(title: str) -> None:
    """Raises Refused for a title that would not be read as one everywhere it is written."""
    if not TITLE.fullmatch(title):
        raise Refused(f"{title!r} is no title; take up to 60 letters, digits, spaces and - , . & '")
    if title in TRANSLATED:
        raise Refused(
            f"{title!r} is what the service calls something else; take another title, such as {title.title()}"
        )


def _taken(layout: Layout) -> Iterator[tuple[str, str]]:
    for module in pkgutil.iter_modules(django.contrib.__path__):
        yield module.name, f"Django's app {module.name}"
    yield from ((name, f"an app that services are built on, {name}") for name in ("ninja", "kit", "outbox"))
    for place in (layout.services, layout.home):
        yield from ((folder.name, layout.shown(folder)) for folder in place.iterdir() if folder.is_dir())
    for file in (layout.contracts / "{{ cookiecutter.namespace }}/contracts").iterdir():
        yield file.stem, layout.shown(file)
    for stage in known_stages(layout.root):
        yield stage, f"the stage {stage}"
        yield from ((name, f"{what} of the stage {stage}") for name, what in _names_in(load_stage(stage, layout.root)))


def _names_in(stage: StageFile) -> Iterator[tuple[str, str]]:
    for project, table in stage.projects.items():
        yield project, "a project"
        yield from ((app, "an app") for app in table.apps)
    yield from ((name, "a process") for name in (*stage.processes, *stage.instances, "nginx"))
    yield from ((name, "a database") for name in stage.databases)
    yield from ((name, "a caller") for name in stage.permits)
