"""stage.toml: how a stage arranges the services. Everything that runs is made from this table or tested against it."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from clever.runner.errors import StageError
from clever.runner.places import find_root
from clever.runner.tables import CONTAINERS, PROCESSES, all_known, known_stages, tables_of

__all__ = ["PERMIT", "SEAM", "Nginx", "Project", "StageFile", "known_stages", "load_stage"]

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
Port = Annotated[int, Field(ge=1, le=65535)]

POSTGRESQL = "postgresql"
# What each PostgreSQL server has from the start. A database's role has its name, and `postgres` may do anything.
RESERVED = ("postgres", "template0", "template1")
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
    callees: dict[Name, tuple[Name, ...]] = {}  # app -> the services that it calls, where several apps are together
    spares: tuple[str, ...] = ()  # of these, whom it can do without for a while: it answers with less, or does it later
    folder: str = "."  # where manage.py is, seen from the folder of the stage's sources
    image: Name | None = None  # what its image is called; left out, as the project
    prepare: tuple[str, ...] = ()  # manage.py commands that go before the start, in order, each safe to repeat
    callers: tuple[Name, ...] = ()  # services that may call with HTTP Basic
    pages: dict[str, str] = {}  # what a person may want to open: title -> path
    processes: dict[Name, str]  # program of supervisord.conf -> what it is
    instances: dict[Name, Port] = {}  # further gunicorns of this project, for behind nginx: program -> its port

    @property
    def distribution(self) -> str:
        """The stage that its settings belong to, which is a distribution and a package."""
        return self.settings.partition(".")[0]

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
    extends: Name | None = None  # the stage to whose projects, seams and permits these are added
    # The folders that its files are in: those of the stages beneath, then its own.
    layers: tuple[Path, ...] = Field(default_factory=lambda known: (known["folder"],))
    ways: tuple[str, ...] = (PROCESSES,)  # what it can run on: processes, containers or both
    database_server: Literal["sqlite", "postgresql"] = "sqlite"  # what a start on processes keeps its databases in
    compose: str | None = None  # the name of the compose files that it runs by; left out, it is supervisord.conf
    seams: dict[str, str] = {}  # setting -> where a callee is: "local:", a URL, or "${project}/api/service"
    projects: dict[Name, Project] = Field(min_length=1)
    nginx: Nginx | None = None
    permits: dict[Name, tuple[str, ...]] = {}  # caller -> what it may call, each as "SERVICE OPERATION"

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> "StageFile":
        if self.name != self.folder.name:
            raise ValueError(f"name is {self.name!r}, but the folder is called {self.folder.name!r}")
        every_app = [app for project in self.projects.values() for app in project.apps]
        _no_two("app", every_app)
        _no_two("process", [*self.processes, *self.instances])
        if self.compose and self.nginx is None:
            raise ValueError("nginx is missing: in containers it is what everybody comes in by")
        if self.database_server == POSTGRESQL and (taken := {*RESERVED} & {*self.databases}):
            raise ValueError(f"a database cannot be called {min(taken)!r}: each PostgreSQL server has one already")
        tables = [table for table in (*self.projects.values(), self.nginx) if table]
        _no_two("port", [*(table.port for table in tables), *self.instances.values()])
        for name, project in self.projects.items():
            all_known(f"projects.{name}.calls", project.calls or (), "seam", self.seams)
            all_known(f"projects.{name}.spares", project.spares, "seam", self.seams_of(name))
            all_known(f"projects.{name}.callees", project.callees, "app", project.apps)
            for app, callees in project.callees.items():
                all_known(f"projects.{name}.callees.{app}", callees, "service", every_app)
            all_known(f"projects.{name}.opens", project.opens, "database", self.databases)
            all_known(f"projects.{name}.media", [project.media] if project.media else [], "project", self.projects)
        for caller, permits in self.permits.items():
            for permit in permits:
                if not PERMIT.fullmatch(permit):
                    raise ValueError(f"permits.{caller} holds {permit!r}; write SERVICE METHOD /ROUTE, or SERVICE *")
            services = [permit.split()[0] for permit in permits]
            all_known(f"permits.{caller}", services, "project", self.projects)
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
        """The folder with what all projects have in common: manage.py, gunicorn.conf.py, nginx.conf."""
        return self.layers[0]

    @property
    def on(self) -> str:
        """What it runs on, as it is read here: processes or containers."""
        return CONTAINERS if self.compose else PROCESSES

    @property
    def brings_postgresql(self) -> bool:
        """Whether a start, as it is read here, brings a PostgreSQL server. In containers the compose file does."""
        return self.database_server == POSTGRESQL and self.on == PROCESSES

    @property
    def own_projects(self) -> tuple[str, ...]:
        """Those whose settings are the stage's own, and not those of a stage that it arranges or extends."""
        return tuple(name for name, project in self.projects.items() if project.distribution == self.name)

    def image_of(self, project: str) -> str:
        """What the image of a project is called, without its version."""
        return self.projects[project].image or project

    def files(self, name: str) -> list[Path]:
        """The files of this name, those of the stages beneath first."""
        return [layer / name for layer in self.layers if (layer / name).is_file()]

    def file(self, name: str) -> Path:
        """The file of this name that counts: the uppermost. Raises StageError where there is none."""
        if found := self.files(name):
            return found[-1]
        raise StageError(f"{self.name}: there is no {name} in {', '.join(map(str, self.layers))}")

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


def _no_two(what: str, values: Iterable[Hashable]) -> None:
    for value, times in Counter(values).items():
        if times > 1:
            raise ValueError(f"{what} {value} is there {times} times")


def load_stage(name: str, root: Path | None = None, *, on: str = "") -> StageFile:
    """The stage called `name`, on processes or on containers; left out, as it runs where nobody says otherwise.

    Raises StageError where there is none, naming those that there are, where it does not run on that, naming those
    that do, and where its stage.toml is wrong, naming the key.
    """
    tables = tables_of(name, root or find_root(), on=on)
    try:
        return StageFile.model_validate(tables)
    except ValidationError as error:
        raise StageError(f"{tables['folder'] / 'stage.toml'}: {_first_complaint(error)}") from error


def _first_complaint(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    return f"{where}: {message}" if where else message
