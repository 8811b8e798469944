"""The stages of the reference app, as a lesson holds them. The work is done by clever.runner."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2

from lab import walk
from lab.display import Shown, Table
from lab.errors import LabError
from lab.running.progress import announcer
from lab.where import ROOT

if TYPE_CHECKING:
    from clever.runner import StageFile


class Stage(Shown):
    """A running stage: its `name`, its `url`, and `services`, which gives each service's own address."""

    def __init__(self, name: str, url: str, services: Mapping[str, str], *, note: str = "") -> None:
        self.name = name
        self.url = url.rstrip("/")
        self._note = note
        self.services = {service: address.rstrip("/") for service, address in services.items()}

    def address(self, path: str) -> str:
        """The whole address of a path, which is the same path in every stage: only the host may differ."""
        return self.base(service_of(path)) + path

    def base(self, service: str) -> str:
        """Scheme, host and port at which a service answers here."""
        parts = httpx2.URL(self.services.get(service, self.url))
        return f"{parts.scheme}://{parts.netloc.decode()}"

    def get(self, path: str, **options: Any) -> httpx2.Response:
        """GET a path. `options` are httpx2's: headers, params, auth, follow_redirects."""
        return self.request("GET", path, **options)

    def request(self, method: str, path: str, **options: Any) -> httpx2.Response:
        """Send a request to the service that owns the path. Raises LabError when nothing answers."""
        url = self.address(path)
        try:
            return httpx2.request(method, url, **{"timeout": 10, "trust_env": False, **options})
        except httpx2.TransportError as error:
            raise LabError(
                f'{self.name} did not answer at {url} ({error}): start it again with lab.up("{self.name}")'
            ) from error

    @property
    def game_server(self) -> tuple[str, str]:
        """Name and secret of the calling service `game-server`, for `auth=`."""
        return _credentials(self.name)[0]

    @property
    def staff(self) -> tuple[str, str]:
        """Name and password of the staff member who may open the admin. Print it only where nobody else looks."""
        return _credentials(self.name)[1]

    @property
    def folder(self) -> Path:
        """Where its files are: manage.py, gunicorn.conf.py, nginx.conf and the rest."""
        return _load(self.name).folder

    @property
    def sources(self) -> Path:
        """Where manage.py and gunicorn.conf.py are: its own folder, or that of the stage that it has them from."""
        return _load(self.name).sources

    @property
    def environment(self) -> dict[str, str]:
        """The variables that its settings read, so that a server of your own can serve the same. They hold secrets."""
        from clever.runner.envfile import read_env
        from clever.runner.places import StageFolder

        front = _load(self.name).front
        values = read_env(StageFolder.of(self.name, ROOT).environment(front))
        if not values:
            raise LabError(f'{self.name} was never started here: start it with lab.up("{self.name}")')
        return values

    @property
    def direct(self) -> dict[str, str]:
        """The addresses of the instances themselves, past nginx: `{"web": url, "web2": url}`."""
        from clever.runner.places import StageFolder
        from clever.runner.record import running_record

        record = running_record(StageFolder.of(self.name, ROOT))
        if record is None:
            raise LabError(f'{self.name} is not up: start it with lab.up("{self.name}")')
        return {
            program: record.projects[name]
            for project, its in _load(self.name).projects.items()
            for program, name in its.gunicorns(project).items()
            if name in record.projects
        }

    def html(self) -> str:
        rows = "".join(
            f'<tr><th>{escape(what)}</th><td><a href="{escape(address)}">{escape(address)}</a></td></tr>'
            for what, address in self._addresses()
        )
        return (
            f'<table class="lab-table"><caption>{escape(self.name)} is up</caption><tbody>{rows}</tbody></table>'
            f'<p class="lab-note">{escape(self._hint())}</p>'
        )

    def text(self) -> str:
        return Table([self.name, "address"], self._addresses()).text() + f"\n{self._hint()}"

    def _addresses(self) -> list[tuple[str, str]]:
        pages = [("front", self.url + "/"), ("board", self.address("/board/")), ("admin", self.url + "/admin/")]
        hosts = {self.base(service) for service in self.services}
        return pages if len(hosts) < 2 else [*pages, *sorted(self.services.items())]

    def _hint(self) -> str:
        note = f"{self._note} " if self._note else ""
        return f'{note}Name and password for the admin: lab.up("{self.name}").staff'


def service_of(path: str) -> str:
    """The service that owns a path: `/api/<service>/...`, `/board/` is notice's, `/l/<slug>` link's."""
    parts = path.split("?")[0].strip("/").split("/")
    if parts[0] == "api" and len(parts) > 1:
        return parts[1]
    return {"board": "notice", "l": "link"}.get(parts[0], "")


def up(
    name: str,
    *,
    port: int | None = None,
    nginx: bool = False,
    instances: int = 1,
    on: str = "",
    settings: Mapping[str, object] | None = None,
    afresh: bool = False,
) -> Stage:
    """Start a stage and wait until it is ready. One that is up already is used again.

    `on` says whether it runs on "processes" or on "containers", where it can do both; left out, its usual way. `nginx`
    puts nginx in front; behind it there may be two `instances`. `settings` are variables that the stage reads, for this
    start: `{"CACHE_URL": ..., "SESSIONS": "cache"}`. A stage that runs otherwise is an error; with `afresh` it is
    stopped and started just as wished for, with its data kept.
    Raises LabError, in one line, for what cannot be had.
    """
    tell, wipe = announcer(name)
    settings = {variable: str(value) for variable, value in (settings or {}).items()}
    wish = {"port": port, "nginx": nginx, "instances": instances, "on": on, "settings": settings, "afresh": afresh}
    try:
        running = _run("up", name, **wish, progress=tell)
    finally:
        wipe()
    # In a walk's outputs the note would be of a machine that no reader has.
    return Stage(running.name, running.url, running.services, note="" if walk.walking() else running.note)


def reload(stage: Stage | str, program: str = "") -> list[str]:
    """Let a running stage take up new code, program after program, or only one of them. Returns their names.

    Requests that come meanwhile are answered, if a little later. Raises LabError for a program that does not come back.
    """
    reloaded: list[str] = _run("reload", stage.name if isinstance(stage, Stage) else stage, program=program)
    return reloaded


def down(stage: Stage | str) -> None:
    """Stop a stage and all its processes. Its data stays."""
    _run("down", stage.name if isinstance(stage, Stage) else stage)


def status() -> Table:
    """Which stages run now, and where."""
    found = _run("status")
    return Table(
        ["stage", "address", "ready"],
        [[name, one["url"], "yes" if one["ready"] else "no"] for name, one in sorted(found.items())],
        title="" if found else "No stage is running.",
    )


def _load(name: str) -> "StageFile":
    found: StageFile = _run("load_stage", name)
    return found


def _credentials(name: str) -> tuple[tuple[str, str], tuple[str, str]]:
    found = _run("read_credentials", name)
    return (found.caller_name, found.caller_secret), (found.staff_name, found.staff_password)


def _run(verb: str, *arguments: Any, **options: Any) -> Any:
    """Call the runner; what it refuses, it refuses in one line, and that line is the reader's."""
    # Imported when needed: most of the lab works without a stage.
    import clever.runner

    try:
        return getattr(clever.runner, verb)(*arguments, root=ROOT, **options)
    except clever.runner.RunsOtherwise as error:
        raise LabError(f"{error}, or call lab.up with afresh=True") from error
    except clever.runner.StageError as error:
        raise LabError(str(error)) from error
