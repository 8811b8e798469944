"""A stage that is up already: may it be used again, and is it well?"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from clever.runner.database_server import has_ended
from clever.runner.envfile import read_env
from clever.runner.errors import RunsOtherwise, StageError
from clever.runner.launching import NGINX, Launch
from clever.runner.ports import HOST, is_free
from clever.runner.processes import resume
from clever.runner.readiness import wait_ready
from clever.runner.record import Record
from clever.runner.supervisor import AWAY, Supervisor

HEAL_SECONDS = 10.0  # for a program that just was started or resumed
AT_REST = ("STOPPED", "EXITED", "FATAL")


def reuse(record: Record, wish: Launch, secrets: Mapping[str, str]) -> bool:
    """Whether the running stage is ready and can be used again; where it is not well, start it afresh.

    Programs that somebody stopped are started again. Raises RunsOtherwise where it runs otherwise than is wished for,
    unless the wish says that it may be stopped then: that could surprise whoever works with it.
    """
    if not wish.afresh:
        _refuse_other_wishes(record, wish)
    elif not _runs_as_wished(record, wish, secrets):
        return False
    if _cache_is_gone(wish) or has_ended(record, wish.folder):
        return False
    resume(wish.folder.path)
    supervisor = Supervisor(Path(record.sockets))
    try:
        for program in supervisor.programs():
            optional = program.name == NGINX or program.name in wish.stage.instances
            if program.state in AT_REST and (not optional or program.name in record.ports):
                supervisor.start(program.name)
        wait_ready(record.ports, supervisor, wish.folder, seconds=HEAL_SECONDS)
    except (StageError, *AWAY):
        return False
    return True


def _cache_is_gone(wish: Launch) -> bool:
    """Whether the stage stands on a cache of this machine where nobody answers: one that ended with whoever began it.

    /readyz does not speak of it, since a cache that is away is no reason to turn everybody away.
    """
    for project in wish.stage.projects:
        cache = urlsplit(read_env(wish.folder.environment(project)).get("CACHE_URL", ""))
        if cache.hostname in (HOST, "localhost") and cache.port and is_free(cache.port):
            return True
    return False


def _refuse_other_wishes(record: Record, wish: Launch) -> None:
    name = wish.stage.name
    otherwise = f"{name} is up already, at {record.url}, "
    stop_first = f"stop it first: inv down {name}"
    front = NGINX if NGINX in record.ports else wish.stage.front
    if wish.asked_port not in (None, record.ports[front]):
        raise RunsOtherwise(f"{otherwise}not on port {wish.asked_port}; {stop_first}")
    for program in wish.default_ports:
        if program not in record.ports:
            raise RunsOtherwise(f"{otherwise}without {program}; {stop_first}")
    for project in wish.stage.projects:
        runs_with = read_env(wish.folder.environment(project))
        for variable, wanted in wish.adjustments(project).items():
            if runs_with.get(variable) != wanted:
                raise RunsOtherwise(f"{otherwise}with another {variable}; {stop_first}")


def _runs_as_wished(record: Record, wish: Launch, secrets: Mapping[str, str]) -> bool:
    """Whether a start with this wish would give the very stage that runs: the same programs with the same settings."""
    if record.ports.keys() != wish.default_ports.keys() or wish.asked_port not in (None, record.ports[wish.front]):
        return False
    return all(
        read_env(wish.folder.environment(project)) == environment
        for project, environment in wish.environments(secrets, record.ports).items()
    )
