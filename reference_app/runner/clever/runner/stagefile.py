"""stage.toml: how a stage arranges the services. Everything that runs is made from this table or tested against it."""

import re
import tomllib
from collections import Counter
from collections.abc import Hashable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from clever.runner.errors import StageError
from clever.runner.places import find_root, stages_folder

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
Port = Annotated[int, Field(ge=1, le=65535)]

SEAM = re.compile(r"\$\{([^}]*)\}")  # ${coupon} in a seam stands for the base URL of the project coupon
# A permit names a project and one of its operations: `player GET /api/player/players/<uuid:player_id>`, or `player *`.
PERMIT = re.compile(r"(?P<service>[a-z][a-z0-9_-]*) (?P<operation>\*|[A-Z]+ /\S*)")


class Table(BaseModel):
    """A table of stage.toml. A key that nobody reads is a mistake, so it is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Project(Table):
    """A Django project: one settings module, one port, one or more processes."""

    settings: str
    wsgi: str
    apps: tuple[Name, ...]  # the Django apps of our services; each answers beneath /api/<app>
    serves: tuple[str, ...] = ()  # the beginnings of the paths that it answers
    port: Port
    database: Name | None = None  # projects that name the same database share it
    opens: tuple[Name, ...] = ()  # databases of other projects that it opens as well, each as <DATABASE>_DATABASE_URL
    media: Name | None = None  # the project whose folder of uploaded files it uses; left out, its own
    calls: tuple[str, ...] | None = None  # the seams that its settings read; left out, all
    folder: str = "."  # where manage.py is, seen from the stage's folder
    prepare: tuple[str, ...] = ()  # manage.py commands that go before the start, in order, each safe to repeat
    callers: tuple[Name, ...] = ()  # services that may call with HTTP Basic
    pages: dict[str, str] = {}  # what a person may want to open: title -> path
    processes: dict[Name, str]  # program of supervisord.conf -> what it is
    instances: dict[Name, Port] = {}  # further gunicorns of this project, for behind nginx: program -> its port

    def gunicorns(self, name: str) -> dict[str, str]:
        """The programs that serve the project `name`, each with what its port goes by: the project's, or its own."""
        first = [program for program, kind in self.processes.items() if kind == "gunicorn"]
        return dict.fromkeys(first, name) | {program: program for program in self.instances}


class Nginx(Table):
    """The proxy in front, used where it is installed and asked for."""

    port: Port


class StageFile(Table):
    """One stage. A browser is sent to its first project."""

    name: Name
    folder: Path
    summary: str
    arranges: Name | None = None  # the stage whose projects, seams and permits these are; left out, its own
    compose: str | None = None  # the compose file that it runs by; left out, it is supervisord.conf
    seams: dict[str, str] = {}  # setting -> where a callee is: "local:", a URL, or "${project}/api/service"
    projects: dict[Name, Project] = Field(min_length=1)
    nginx: Nginx | None = None
    permits: dict[Name, tuple[str, ...]] = {}  # caller -> what it may call, each as "SERVICE OPERATION"

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> "StageFile":
        if self.name != self.folder.name:
            raise ValueError(f"name is {self.name!r}, but the folder is called {self.folder.name!r}")
        _no_two("app", [app for project in self.projects.values() for app in project.apps])
        _no_two("process", [*self.processes, *self.instances])
        if self.compose and self.nginx is None:
            raise ValueError("nginx is missing: in containers it is what everybody comes in by")
        tables = [table for table in (*self.projects.values(), self.nginx) if table]
        _no_two("port", [*(table.port for table in tables), *self.instances.values()])
        for name, project in self.projects.items():
            _all_known(f"projects.{name}.calls", project.calls or (), "seam", self.seams)
            _all_known(f"projects.{name}.opens", project.opens, "database", self.databases)
            _all_known(f"projects.{name}.media", [project.media] if project.media else [], "project", self.projects)
        for caller, permits in self.permits.items():
            for permit in permits:
                if not PERMIT.fullmatch(permit):
                    raise ValueError(f"permits.{caller} holds {permit!r}; write SERVICE METHOD /ROUTE, or SERVICE *")
            services = [permit.split()[0] for permit in permits]
            _all_known(f"permits.{caller}", services, "project", self.projects)
        for program in self.instances:
            if program in self.projects:
                raise ValueError(f"an instance is called {program!r}, which is the name of a project")
        for setting, url in self.seams.items():
            for callee in SEAM.findall(url):
                if callee not in self.projects:
                    raise ValueError(f"seams.{setting} names {callee!r}, which is no project of this stage")
        return self

    @property
    def sources(self) -> Path:
        """The folder with the projects' own files: manage.py, settings, gunicorn.conf.py, nginx.conf."""
        return self.folder.parent / self.arranges if self.arranges else self.folder

    def seams_of(self, project: str) -> dict[str, str]:
        """The seams that a project's settings read."""
        calls = self.projects[project].calls
        return self.seams if calls is None else {setting: self.seams[setting] for setting in calls}

    @property
    def front(self) -> str:
        """The project that a browser is sent to."""
        return next(iter(self.projects))

    @property
    def databases(self) -> tuple[str, ...]:
        """The names of its databases, each once."""
        return tuple(dict.fromkeys(project.database for project in self.projects.values() if project.database))

    @property
    def processes(self) -> tuple[str, ...]:
        """The names of its programs."""
        return tuple(name for project in self.projects.values() for name in project.processes)

    @property
    def instances(self) -> dict[str, int]:
        """The programs that run only where more than one instance is wished for, each with its port."""
        return {name: port for project in self.projects.values() for name, port in project.instances.items()}

    @property
    def most_instances(self) -> int:
        """How many gunicorns a project of this stage can have."""
        return 1 + max(len(project.instances) for project in self.projects.values())

    def instances_of(self, project: str, count: int) -> dict[str, int]:
        """The programs, and their ports, that a project has beside its own one when `count` are wished for."""
        return dict(list(self.projects[project].instances.items())[: count - 1])


def _all_known(where: str, names: Iterable[str], what: str, known: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            raise ValueError(f"{where} names {name!r}, which is no {what} of this stage")


def _no_two(what: str, values: Iterable[Hashable]) -> None:
    for value, times in Counter(values).items():
        if times > 1:
            raise ValueError(f"{what} {value} is there {times} times")


def known_stages(root: Path) -> list[str]:
    """The stages beneath `root`, by name."""
    return sorted(file.parent.name for file in stages_folder(root).glob("*/stage.toml"))


def load_stage(name: str, root: Path | None = None) -> StageFile:
    """The stage called `name`.

    Raises StageError where there is none, naming those that there are, and where its stage.toml is wrong, naming the
    key.
    """
    root = root or find_root()
    known = known_stages(root)
    if name not in known:
        near = get_close_matches(name, known, n=1)
        meant = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known) or 'none'}"
        raise StageError(f"unknown stage {name!r}; {meant}")
    file = stages_folder(root) / name / "stage.toml"
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        if arranged := tables.get("arranges"):
            tables = _arrangement(tables, load_stage(arranged, root))
        return StageFile.model_validate(tables | {"folder": file.parent})
    except ValidationError as error:
        raise StageError(f"{file}: {_first_complaint(error)}") from error
    except (OSError, ValueError, TypeError) as error:
        raise StageError(f"{file}: {error}") from error


def load_stage_of_processes(name: str, root: Path | None, *, instead: str) -> StageFile:
    """The stage called `name`, for what is only done to processes of this machine.

    Raises StageError as `load_stage` does, and for one in containers, saying what to do `instead`.
    """
    stage = load_stage(name, root)
    if stage.compose:
        raise StageError(f"{name} runs in containers: {instead}")
    return stage


def _arrangement(tables: dict[str, Any], other: StageFile) -> dict[str, Any]:
    """The tables of a stage that arranges the projects of another one: on ports of its own, else unchanged."""
    ports = tables.pop("ports", {})
    _all_known("ports", ports, "project", other.projects)
    if without := [name for name in other.projects if name not in ports]:
        raise ValueError(f"ports leaves out {', '.join(without)}; each project of {other.name} needs one here")
    projects = {name: project.model_dump() | {"port": ports[name]} for name, project in other.projects.items()}
    return {"projects": projects, "seams": other.seams, "permits": other.permits} | tables


def _first_complaint(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    return f"{where}: {message}" if where else message
