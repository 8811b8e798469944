"""Start the stage's own server, and stop it. Whoever does holds the stage's lock."""

import signal
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import psutil

from clever.runner.database_server.binaries import binaries_for
from clever.runner.database_server.cluster import Cluster
from clever.runner.database_server.lockfile import is_postgres, server_on
from clever.runner.database_server.roles import script_for
from clever.runner.engines.keeping import own_port
from clever.runner.envfile import write_private
from clever.runner.errors import StageError
from clever.runner.own_databases import port_file, server_port
from clever.runner.places import StageFolder
from clever.runner.ports import is_free
from clever.runner.processes import is_of_stage, of_stage
from clever.runner.record import Record
from clever.runner.secrets import POSTGRES_PASSWORD
from clever.runner.stagefile import StageFile

STOP_SECONDS = 60.0  # it has to write down what is only in its log yet
HELPER_SECONDS = 10.0
ENDING_SECONDS = 1.0  # the longest that a process on its way out, which has lost its mark, is taken for another's
PAUSE = 0.02


def start(
    stage: StageFile,
    folder: StageFolder,
    databases: Iterable[str],
    secrets: Mapping[str, str],
    environment: Mapping[str, str],
) -> None:
    """Start it, which is down, on its port of last time where that is free, and make the `databases` that are missing.

    `environment` is its processes', with the stage's mark in it. Raises StageError where PostgreSQL is not installed,
    cannot open the data, or does not start, and where somebody else has started it; processes may be left then.
    """
    data = _data(folder)
    _own_server(folder)
    _wait_for_helpers(folder)
    cluster = Cluster(data, binaries_for(stage, data, databases), environment)
    cluster.make()
    cluster.give_password(secrets[POSTGRES_PASSWORD])
    port = server_port(folder)
    if not port or not is_free(port):
        port = own_port()
        write_private(port_file(folder), str(port))
    cluster.serve(port, _new_log(folder))
    cluster.ask(script_for(databases, secrets), port, secrets[POSTGRES_PASSWORD])


def stop(folder: StageFolder) -> None:
    """Stop it where it runs: connections are ended, and what was committed is in its files.

    Raises StageError for one that somebody else started.
    """
    server = _own_server(folder)
    if server is None:
        return
    deadline = time.monotonic() + STOP_SECONDS
    try:
        server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown; SIGTERM would wait for whoever is connected
        while is_of_stage(server.pid, folder.path) and time.monotonic() < deadline:
            time.sleep(PAUSE)
    except psutil.NoSuchProcess:
        return


def is_up(folder: StageFolder) -> bool:
    """Whether it runs. Raises StageError where somebody else has started it."""
    return _own_server(folder) is not None


def has_ended(record: Record, folder: StageFolder) -> bool:
    """Whether the stage that `record` speaks of has a server of its own, and that one has ended by itself."""
    return record.database_server and not is_up(folder)


def log_before(folder: StageFolder) -> Path:
    """The log of the time before its last start."""
    return folder.logs / "postgresql.log.1"


def _own_server(folder: StageFolder) -> psutil.Process | None:
    """The server that runs, started by us; None where none does. Raises StageError for somebody else's."""
    deadline = time.monotonic() + ENDING_SECONDS
    while server := server_on(_data(folder)):
        if is_of_stage(server.pid, folder.path):
            return server
        if time.monotonic() > deadline:
            raise StageError(
                f"{_data(folder)}: process {server.pid}, which no start of this stage began, serves it; "
                f"end it: kill -INT {server.pid}"
            )
        time.sleep(PAUSE)
    return None


def _wait_for_helpers(folder: StageFolder) -> None:
    """Wait until those of a killed server have seen that it is gone. They may write into the data until then."""
    deadline = time.monotonic() + HELPER_SECONDS
    while helpers := [process.pid for process in of_stage(folder.path) if is_postgres(process)]:
        if time.monotonic() > deadline:
            raise StageError(f"{_data(folder)}: still at work for a server that was killed: {helpers}; end them first")
        time.sleep(PAUSE)


def _data(folder: StageFolder) -> Path:
    return folder.postgresql / "data"


def _new_log(folder: StageFolder) -> Path:
    """A new log, so that it does not grow from start to start. The one before is kept: it may tell of an end."""
    log = folder.logs / "postgresql.log"
    if log.exists():
        log.replace(log_before(folder))
    return log
