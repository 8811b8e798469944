"""Stop a stage: all of its processes, none of its data."""

import shutil
import time
from pathlib import Path

from clever.runner import database_server
from clever.runner.containers import stopping as containers
from clever.runner.containers.compose import Compose
from clever.runner.containers.naming import variables_file
from clever.runner.errors import StageError
from clever.runner.locking import alone
from clever.runner.places import StageFolder, find_root
from clever.runner.processes import end_all, is_of_stage, of_stage, resume
from clever.runner.record import Record, forget_record, read_record
from clever.runner.stagefile import StageFile, load_stage
from clever.runner.supervisor import AWAY, Supervisor
from clever.runner.supervisord import remove_socket_folder
from clever.runner.tables import CONTAINERS, PROCESSES

# Requests that are being answered get to end. gunicorn allows them 20 s, supervisord its programs 25.
SHUTDOWN_SECONDS = 30.0


def down(name: str, *, forget_data: bool = False, root: Path | None = None) -> bool:
    """Stop the stage called `name`; with `forget_data`, remove its data and secrets as well, for good.

    Returns whether anything of it ran. Raises StageError for an unknown stage and for a process that would not end.
    """
    root = root or find_root()
    stage = load_stage(name, root)
    folder = StageFolder.of(stage.name, root)
    if not folder.path.exists():
        return False
    with alone(folder):
        ran = stop_all(stage, folder, forget_data=forget_data)
        if forget_data:
            _forget(folder)
    return ran


def stop_all(stage: StageFile, folder: StageFolder, *, forget_data: bool = False) -> bool:
    """End what runs of a stage, on whatever it runs; with `forget_data`, its volumes go too. The caller holds the lock.

    Returns whether anything ran.
    """
    record = read_record(folder)
    ran = stop(folder) if PROCESSES in stage.ways else False
    if _has_containers(stage, folder, record, forget_data=forget_data):
        in_containers = load_stage(stage.name, find_root(stage.folder), on=CONTAINERS)
        ran = containers.stop(Compose.of(in_containers, folder), forget_data=forget_data) or ran
    return ran


def _has_containers(stage: StageFile, folder: StageFolder, record: Record | None, *, forget_data: bool) -> bool:
    """Whether there may be containers to remove, or volumes to forget. Where there cannot be, no engine is needed."""
    if stage.ways == (CONTAINERS,):
        return True
    was_in_containers = CONTAINERS in stage.ways and variables_file(folder).exists()
    return was_in_containers and (forget_data or record is None or bool(record.compose))


def stop(folder: StageFolder) -> bool:
    """End what runs of a stage, however it came to run, and forget the record. The caller holds the lock."""
    record = read_record(folder)
    ran = bool(of_stage(folder.path))
    if ran:
        resume(folder.path)
        if record:
            _ask_supervisor(record, folder)
    database_server.stop(folder)  # after those who work with it: what they did last is written down
    end_all(folder.path)
    if record:
        remove_socket_folder(Path(record.sockets))
    forget_record(folder)
    return ran


def _ask_supervisor(record: Record, folder: StageFolder) -> None:
    """Let supervisord stop its programs in its own way. Where it cannot, the caller ends them."""
    supervisor = Supervisor(Path(record.sockets))
    try:
        supervisor.shutdown()
    except AWAY:
        return
    deadline = time.monotonic() + SHUTDOWN_SECONDS
    while is_of_stage(record.pid, folder.path) and time.monotonic() < deadline:
        supervisor.wake()
        time.sleep(0.05)


def _forget(folder: StageFolder) -> None:
    try:
        shutil.rmtree(folder.path)
    except OSError as error:
        raise StageError(f"{error.filename}: could not be removed ({error.strerror})") from error
