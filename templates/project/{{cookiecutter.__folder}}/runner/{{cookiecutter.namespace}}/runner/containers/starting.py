"""Start a stage in containers: images, configuration, compose, readiness."""

import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from {{ cookiecutter.namespace }}.runner.containers import configuration
from {{ cookiecutter.namespace }}.runner.containers.compose import Compose, Container
from {{ cookiecutter.namespace }}.runner.containers.images import ensure
from {{ cookiecutter.namespace }}.runner.containers.images.bases import need
from {{ cookiecutter.namespace }}.runner.containers.stopping import stop
from {{ cookiecutter.namespace }}.runner.containers.waiting import AT_REST, all_ready, last_words, wait_ready
from {{ cookiecutter.namespace }}.runner.envfile import read_env
from {{ cookiecutter.namespace }}.runner.errors import RunsOtherwise, StageError
from {{ cookiecutter.namespace }}.runner.logs import telling_line
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.ports import base_url, choose
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step
from {{ cookiecutter.namespace }}.runner.record import Record, running_record, write_record
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile

# What else it is made of, unless POSTGRES_IMAGE and its like say otherwise.
OTHERS = {"postgres": "postgres:17", "redis": "redis:8.0", "nginx": "nginx:1.26"}
LOOK_SECONDS = 0.5
HEAL_SECONDS = 20.0  # for a container that just was started or made again
STOP_SECONDS = 10  # for what an interrupted start leaves


@dataclass(frozen=True)
class Wish:
    """A stage in containers as somebody wants it started."""

    stage: StageFile
    folder: StageFolder
    asked_port: int | None
    given: Mapping[str, str] = field(repr=False)  # the caller's environment, and the settings of this start
    afresh: bool = False

    @property
    def front(self) -> str:
        """The name of the port that a browser opens."""
        return configuration.NGINX

    @property
    def default_ports(self) -> dict[str, int]:
        """The stage's own ports, for each project and for nginx."""
        front = {configuration.NGINX: self.stage.nginx.port} if self.stage.nginx else {}
        return front | {name: project.port for name, project in self.stage.projects.items()}

    def choose_ports(self) -> dict[str, int]:
        return choose(self.default_ports, asked=self.asked_port, for_name=configuration.NGINX)

    def variables(self, ports: Mapping[str, int]) -> dict[str, str]:
        return configuration.variables(self.stage, self.folder, ports=ports, given=self.given)


def start(wish: Wish, secrets: Mapping[str, str], tell: Progress) -> tuple[Record, bool]:
    """The record of the stage, which is ready, and whether it was up before.

    Raises StageError; where a start failed its containers are gone, and its data is as it was.
    """
    compose = Compose.of(wish.stage, wish.folder)
    record = running_record(wish.folder)
    if record and _may_stay(record, wish, compose):
        with suppress(StageError):
            if not all_ready(record.ports):
                _bring_up(compose, tell)
                wait_ready(compose, record.ports, HEAL_SECONDS)
            return record, True
    tell(Step("look at the images"))
    ensure(wish.stage, compose.engine, tell)
    for name, usual in OTHERS.items():
        need(compose.engine, wish.given.get(configuration.image_variable(name)) or usual, tell)
    try:
        return _launch(wish, compose, secrets, tell), False
    except BaseException:
        stop(compose, seconds=STOP_SECONDS)  # an interrupted start leaves no container either
        raise


def _launch(wish: Wish, compose: Compose, secrets: Mapping[str, str], tell: Progress) -> Record:
    stop(compose)
    ports = wish.choose_ports()
    configuration.write(compose, wish.variables(ports), secrets)
    _bring_up(compose, tell)
    urls = {name: base_url(port) for name, port in ports.items()}
    front = urls[configuration.NGINX]
    projects = wish.stage.projects.items()
    record = Record(
        pid=0,
        sockets="",
        url=front,
        projects=urls,
        # What serves no path of its own is for services, which ask it directly.
        services={app: front if project.serves else urls[name] for name, project in projects for app in project.apps},
        ports=dict(ports),
        compose=compose.name,
    )
    write_record(record, wish.folder)
    tell(Step("wait until it is ready"))
    wait_ready(compose, ports)
    return record


def _bring_up(compose: Compose, tell: Progress) -> None:
    """`compose up`, which returns when all are started. Tells how many are there meanwhile."""
    command = [*compose.command, "up", "--detach", "--remove-orphans"]
    with subprocess.Popen(
        command,
        cwd=compose.home,
        env=compose.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            while process.poll() is None:
                _tell(compose.containers(), tell)
                with suppress(subprocess.TimeoutExpired):
                    process.wait(LOOK_SECONDS)
        except BaseException:
            process.terminate()
            raise
        said = process.stderr.read() if process.stderr else ""
    if process.returncode:
        raise StageError(last_words(compose) or f"compose: {telling_line(said)}")


def _tell(containers: list[Container], tell: Progress) -> None:
    jobs = [one for one in containers if one.service.startswith("prepare-")]
    ready = [one for one in jobs if one.state in AT_REST and not one.exit_code]
    tell(Step("prepare the projects", done=len(ready), total=len(jobs) or None))


def _may_stay(record: Record, wish: Wish, compose: Compose) -> bool:
    """Whether what runs is what is wished for.

    Raises RunsOtherwise where it is not, unless the wish says that it may be stopped then.
    """
    runs_with, name = read_env(compose.variables), wish.stage.name
    wanted = wish.variables(record.ports)
    different = [each for each in {*runs_with, *wanted} if runs_with.get(each) != wanted.get(each)]
    other_port = wish.asked_port not in (None, record.ports[configuration.NGINX])
    if not wish.afresh and (different or other_port):
        how = f"not on port {wish.asked_port}" if other_port else f"with another {min(different)}"
        raise RunsOtherwise(f"{name} is up already, at {record.url}, {how}; stop it first: inv down {name}")
    return not (different or other_port)
