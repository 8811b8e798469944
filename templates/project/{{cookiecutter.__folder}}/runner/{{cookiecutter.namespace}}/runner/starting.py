"""Start a stage on this machine, from its stage.toml, and wait until it is ready."""

import os
from collections.abc import Mapping
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.containers import configuration
from {{ cookiecutter.namespace }}.runner.containers import starting as containers
from {{ cookiecutter.namespace }}.runner.containers.starting import Wish
from {{ cookiecutter.namespace }}.runner.database_server import has_ended, log_before
from {{ cookiecutter.namespace }}.runner.environment import with_settings
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.joined import refuse_strangers
from {{ cookiecutter.namespace }}.runner.launching import Launch, launch
from {{ cookiecutter.namespace }}.runner.locking import alone
from {{ cookiecutter.namespace }}.runner.nginx import find_nginx
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step, silent
from {{ cookiecutter.namespace }}.runner.record import Record, running_record
from {{ cookiecutter.namespace }}.runner.reuse import reuse
from {{ cookiecutter.namespace }}.runner.running import Running
from {{ cookiecutter.namespace }}.runner.secrets import credentials_from, ensure_secrets
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile, load_stage
from {{ cookiecutter.namespace }}.runner.stopping import stop, stop_all
from {{ cookiecutter.namespace }}.runner.ways import refuse_other_way, remember_way, runs_on


def up(
    name: str,
    *,
    on: str = "",
    port: int | None = None,
    nginx: bool = False,
    instances: int = 1,
    settings: Mapping[str, str] | None = None,
    afresh: bool = False,
    progress: Progress | None = None,
    root: Path | None = None,
    given: Mapping[str, str] | None = None,
) -> Running:
    """Start the stage called `name` and return once it is ready. One that is up already is used again.

    `on` is `processes` or `containers`, where the stage knows both; left out, processes.
    `port` is the one a browser opens; left out, the stage's own, or a free one where that is taken. `nginx` puts nginx
    in front, and behind it there may be several `instances` of gunicorn. `settings` are variables that the stage's
    settings read, for this one start: DATABASE_URL, CACHE_URL, SESSIONS, WEB_WORKERS and so on; what they leave out,
    the caller's environment `given` may say. A stage that runs otherwise than is wished for is an error; `afresh`
    stops it first, and keeps its data.
    Raises StageError; where it was thrown by a start, nothing of the stage runs and its data is as it was.
    """
    root = root or find_root()
    stage = load_stage(name, root, on=on)
    folder = StageFolder.of(stage.name, root)
    environment = os.environ if given is None else given
    refuse_strangers(stage, environment)
    tell = progress or silent
    wish: Launch | Wish
    if stage.compose:
        decided = configuration.with_settings(stage, folder, environment, settings or {})
        wish = _in_containers(stage, folder, port, instances, decided, afresh)
    else:
        wish = Launch(
            stage,
            folder,
            asked_port=port,
            nginx=_nginx_for(stage) if nginx else None,
            given=with_settings(stage, environment, settings or {}),
            instances=_possible(stage, instances, nginx=nginx),
            afresh=afresh,
        )
    try:
        folder.make()
        with alone(folder, tell):
            if afresh and runs_on(stage, folder) not in ("", stage.on):
                stop_all(stage, folder)
            refuse_other_way(stage, folder)
            remember_way(stage, folder)
            secrets = ensure_secrets(stage, folder.secrets)
            why = _why_afresh(folder)
            if isinstance(wish, Wish):
                record, reused = containers.start(wish, secrets, tell)
            else:
                record, reused = _by_supervisord(wish, secrets, tell)
            note = "" if reused else f"{_note(wish, record)} {why}".strip()
            return _running(stage, record, secrets, reused=reused, note=note)
    except OSError as error:
        raise StageError(f"{error.filename or folder.path}: {error.strerror or error}") from error


def _in_containers(
    stage: StageFile, folder: StageFolder, port: int | None, instances: int, given: Mapping[str, str], afresh: bool
) -> Wish:
    """The same wish for a stage that runs by a compose file. nginx is always in front there."""
    if instances != 1:
        raise StageError(f"{stage.name} runs 1 container of each project, not {instances}")
    return Wish(stage, folder, port, given, afresh)


def _nginx_for(stage: StageFile) -> str:
    if stage.nginx is None:
        raise StageError(f"{stage.name} has no nginx in its stage.toml; leave --nginx out")
    program = find_nginx()
    if program is None:
        raise StageError("nginx is not installed; install it, or leave --nginx out")
    return program


def _possible(stage: StageFile, instances: int, *, nginx: bool) -> int:
    """How many instances to run. Raises StageError for none, for more than there are, and for several without nginx."""
    if not 1 <= instances <= stage.most_instances:
        raise StageError(f"{stage.name} runs 1 to {stage.most_instances} instances, not {instances}")
    if instances > 1 and not nginx:
        raise StageError(f"{instances} instances need nginx in front, to share the requests out; add --nginx")
    return instances


def _by_supervisord(wish: Launch, secrets: Mapping[str, str], tell: Progress) -> tuple[Record, bool]:
    """The record of the stage, which is ready, and whether it was up before."""
    record = running_record(wish.folder)
    if record and reuse(record, wish, secrets):
        return record, True
    tell(Step("clear what an earlier run left"))
    stop(wish.folder)
    try:
        return launch(wish, secrets, tell), False
    except BaseException:
        stop(wish.folder)  # an interrupted start leaves no process either
        raise


def _note(wish: Launch | Wish, record: Record) -> str:
    """Why the stage is on another port than its own, in one line; empty where it is not."""
    default, port = wish.default_ports[wish.front], record.ports[wish.front]
    if wish.asked_port is not None or port == default:
        return ""
    return f"Port {default} is taken by another program, so {wish.stage.name} is on port {port} this time."


def _why_afresh(folder: StageFolder) -> str:
    """What a person should know of a running stage whose database server has ended, in one line; else empty."""
    record = running_record(folder)
    if record is None or not has_ended(record, folder):
        return ""
    return f"Its PostgreSQL had ended, so all of it was started again; its log until then: {log_before(folder)}."


def _running(stage: StageFile, record: Record, secrets: Mapping[str, str], *, reused: bool, note: str = "") -> Running:
    return Running(
        name=stage.name,
        url=record.url,
        services=record.services,
        ready=True,
        credentials=credentials_from(secrets),
        reused=reused,
        note=note,
    )
