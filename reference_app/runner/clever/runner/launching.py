"""Bring a stage's processes into being: ports, environment, preparation, supervisord, readiness."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from clever.runner import database_server
from clever.runner.envfile import write_env, write_private
from clever.runner.environment import (
    adjustments,
    inherited,
    left_to_us,
    placeholders,
    preparing_environment,
    settings_environment,
    shared,
)
from clever.runner.nginx import configuration, forget_others, render_all
from clever.runner.places import StageFolder
from clever.runner.ports import base_url, choose
from clever.runner.prepare import prepare
from clever.runner.processes import MARK
from clever.runner.progress import Progress, Step
from clever.runner.readiness import PortTaken, wait_ready
from clever.runner.record import Record, write_record
from clever.runner.stagefile import StageFile
from clever.runner.stopping import stop
from clever.runner.supervisor import Supervisor
from clever.runner.supervisord import make_socket_folder, remove_socket_folder, start

NGINX = "nginx"  # its name among the ports
ATTEMPTS = 3  # to get ports that nobody else takes between their choice and their use


@dataclass(frozen=True)
class Launch:
    """A stage as somebody wants it started."""

    stage: StageFile
    folder: StageFolder
    asked_port: int | None
    nginx: str | None  # the path of the program, None where it is not wanted
    given: Mapping[str, str] = field(repr=False)  # the caller's environment
    instances: int = 1  # gunicorns of each project that can have several
    afresh: bool = False  # stop it first where it runs otherwise

    @property
    def front(self) -> str:
        """The name of the port that a browser opens."""
        return NGINX if self.nginx else self.stage.front

    @property
    def default_ports(self) -> dict[str, int]:
        """The stage's own port for each project and, where they are wanted, for further instances and for nginx."""
        defaults = {name: project.port for name, project in self.stage.projects.items()}
        for name in self.stage.projects:
            defaults |= self.stage.instances_of(name, self.instances)
        if self.nginx and self.stage.nginx:
            defaults[NGINX] = self.stage.nginx.port
        return defaults

    def choose_ports(self) -> dict[str, int]:
        """The port that each of them gets."""
        return choose(self.default_ports, asked=self.asked_port, for_name=self.front)

    def adjustments(self, project: str) -> dict[str, str]:
        """The settings of a project that the caller asks for."""
        return adjustments(self.stage, project, self.given)

    @property
    def own_databases(self) -> tuple[str, ...]:
        """The databases that are to be on the stage's own PostgreSQL server; none where it brings none."""
        return left_to_us(self.stage, self.given) if self.stage.brings_postgresql else ()

    def environments(self, secrets: Mapping[str, str], ports: Mapping[str, int]) -> dict[str, dict[str, str]]:
        """What the settings of each project read."""
        return {
            name: settings_environment(self.stage, name, self.folder, secrets=secrets, ports=ports, given=self.given)
            for name in self.stage.projects
        }


def launch(wish: Launch, secrets: Mapping[str, str], tell: Progress) -> Record:
    """Prepare and start the stage, and return once it is ready. Raises StageError; processes may be left then."""
    ports = wish.choose_ports()  # first of all: a port that cannot be had is no reason to touch a database
    base = {**inherited(wish.given), MARK: str(wish.folder.path)}
    _start_database_server(wish, secrets, base, tell)
    tell(Step("prepare"))
    preparing = {
        name: base | preparing_environment(wish.stage.projects[name], secrets) | own
        for name, own in wish.environments(secrets, ports).items()
    }
    prepare(wish.stage, wish.folder, preparing, tell)
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return _serve(wish, base, wish.environments(secrets, ports), ports, tell)
        except PortTaken:
            if wish.asked_port is not None or attempt == ATTEMPTS:
                raise
            stop(wish.folder)
            ports = wish.choose_ports()
            _start_database_server(wish, secrets, base, tell)
    raise AssertionError("the last attempt returns or raises")


def _start_database_server(wish: Launch, secrets: Mapping[str, str], base: Mapping[str, str], tell: Progress) -> None:
    if wish.own_databases:
        tell(Step("start PostgreSQL"))
        database_server.start(wish.stage, wish.folder, wish.own_databases, secrets, base)


def _serve(
    wish: Launch,
    base: Mapping[str, str],
    environments: Mapping[str, Mapping[str, str]],
    ports: Mapping[str, int],
    tell: Progress,
) -> Record:
    stage, folder = wish.stage, wish.folder
    sockets = make_socket_folder()
    open_ends = placeholders(stage, folder, ports=ports, nginx=wish.nginx, sockets=str(sockets))
    for name, values in environments.items():
        write_env(folder.environment(name), dict(values))
    if wish.nginx:
        rendered = render_all(configuration(stage.layers), open_ends)
        forget_others(folder.run, rendered)
        for file, text in rendered.items():
            write_private(folder.run / file, text)
    tell(Step("start"))
    running = _supervise(stage, folder, sockets, {**base, **shared(environments), **open_ends})
    urls = {name: base_url(port) for name, port in ports.items()}
    record = Record(
        pid=running.pid(),
        sockets=str(sockets),
        url=urls[wish.front],
        projects=urls,
        services={app: _address(stage, name, urls) for name, project in stage.projects.items() for app in project.apps},
        ports=dict(ports),
        database_server=bool(wish.own_databases),
    )
    write_record(record, folder)
    tell(Step("wait until it is ready"))
    wait_ready(ports, running, folder)
    return record


def _address(stage: StageFile, project: str, urls: Mapping[str, str]) -> str:
    """Where a project is asked: by way of nginx, where that is there and hands anything on to it."""
    return urls[NGINX] if NGINX in urls and stage.projects[project].serves else urls[project]


def _supervise(stage: StageFile, folder: StageFolder, sockets: Path, environment: Mapping[str, str]) -> Supervisor:
    try:
        return start(stage.folder / "supervisord.conf", folder, sockets, environment)
    except BaseException:
        remove_socket_folder(sockets)  # no record speaks of it yet
        raise
