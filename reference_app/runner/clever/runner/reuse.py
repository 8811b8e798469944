"""A stage that is up already: may it be used again, and is it well?"""

from pathlib import Path

from clever.runner.envfile import read_env
from clever.runner.errors import StageError
from clever.runner.launching import NGINX, Launch
from clever.runner.processes import resume
from clever.runner.readiness import wait_ready
from clever.runner.record import Record
from clever.runner.supervisor import AWAY, Supervisor

HEAL_SECONDS = 10.0  # for a program that just was started or resumed
AT_REST = ("STOPPED", "EXITED", "FATAL")


def reuse(record: Record, wish: Launch) -> bool:
    """Whether the running stage is ready and can be used again; where it is not well, start it afresh.

    Programs that somebody stopped are started again. Raises StageError where it runs otherwise than is wished for:
    stopping it unasked could surprise whoever is working with it.
    """
    _refuse_other_wishes(record, wish)
    resume(wish.folder.path)
    supervisor = Supervisor(Path(record.sockets))
    try:
        for program in supervisor.programs():
            if program.state in AT_REST and (program.name != NGINX or NGINX in record.ports):
                supervisor.start(program.name)
        wait_ready(record.ports, supervisor, wish.folder, seconds=HEAL_SECONDS)
    except (StageError, *AWAY):
        return False
    return True


def _refuse_other_wishes(record: Record, wish: Launch) -> None:
    name = wish.stage.name
    otherwise = f"{name} is up already, at {record.url}, "
    stop_first = f"stop it first: inv down {name}"
    front = NGINX if NGINX in record.ports else wish.stage.front
    if wish.asked_port not in (None, record.ports[front]):
        raise StageError(f"{otherwise}not on port {wish.asked_port}; {stop_first}")
    if wish.nginx and NGINX not in record.ports:
        raise StageError(f"{otherwise}without nginx; {stop_first}")
    for project in wish.stage.projects:
        runs_with = read_env(wish.folder.environment(project))
        for variable, wanted in wish.adjustments(project).items():
            if runs_with.get(variable) != wanted:
                raise StageError(f"{otherwise}with another {variable}; {stop_first}")
