"""A private PostgreSQL server.

Not the machine's own: that one may hold somebody's data, and needs somebody's password. This one lives in one folder,
listens on loopback only, and is gone when its block ends.
"""

import os
import secrets
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from clever.runner.engines import programs
from clever.runner.engines.keeping import Kept, Program, own_folder, own_port
from clever.runner.engines.unprivileged import give_away, other_user
from clever.runner.errors import StageError
from clever.runner.ports import HOST

USER = "clever"

Mode = Literal["fast", "immediate"]
SIGNALS = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}


def find_binaries() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, the newest version first; None where PostgreSQL is not installed."""
    initdb = programs.find("postgresql")
    return initdb.resolve().parent if initdb else None


@dataclass(frozen=True)
class Server:
    """A running server, that can be stopped and started again with what it holds."""

    binaries: Path
    folder: Path
    port: int
    password: str = field(repr=False)
    kept: Kept = field(repr=False)

    def url(self, database: str) -> str:
        """The DATABASE_URL of one of its databases."""
        return f"postgresql://{USER}:{self.password}@{HOST}:{self.port}/{database}"

    def stop(self, mode: Mode = "fast") -> None:
        """Stop it: "fast" ends all connections in an orderly way, "immediate" is as a power cut would be."""
        self.kept.stop(SIGNALS[mode])

    def start(self) -> None:
        """Start it again, on the same port. Raises StageError where it does not start."""
        self.kept.start()

    def ask(self, query: str, database: str = "postgres") -> str:
        """The first value that a query answers with, as text; empty for NULL. Raises StageError for an error."""
        return self.run("psql", "--no-psqlrc", "--tuples-only", "--no-align", f"--command={query}", database).strip()

    def run(self, program: str, *arguments: str) -> str:
        """Run one of PostgreSQL's own programs, such as pg_dump, against this server. Returns what it printed."""
        command = [str(self.binaries / program), "-h", HOST, "-p", str(self.port), "-U", USER, *arguments]
        return _run(command, env={**os.environ, "PGPASSWORD": self.password})


@dataclass(frozen=True)
class Replica(Server):
    """A copy that follows its primary, and can be read from."""

    def pause(self) -> None:
        """Go on receiving what the primary writes, and hold back from showing it."""
        self.ask("SELECT pg_wal_replay_pause()")

    def resume(self) -> None:
        self.ask("SELECT pg_wal_replay_resume()")


@dataclass(frozen=True)
class PostgreSQL(Server):
    """A running server that can be written to, and followed by replicas."""

    def create(self, database: str) -> str:
        """Make an empty database and return its URL. Raises StageError where there is one of that name."""
        self.run("createdb", database)
        return self.url(database)

    @contextmanager
    def replica(self, *, delay_ms: int = 0) -> Iterator[Replica]:
        """A streaming replica, read-only, for as long as the block lasts.

        With `delay_ms`, it shows each transaction so much later than it was committed. Raises StageError where it does
        not start.
        """
        with own_folder("pg-") as folder:
            give_away(folder)
            data = folder / "data"
            # -R writes the standby's settings, the primary's password among them, into the data folder.
            self._copy_to(data)
            port = own_port()
            # Asks for its primary anew every 200 ms, where the default is 5 s: nobody waits for long here.
            settings = {"recovery_min_apply_delay": f"{delay_ms}ms", "wal_retrieve_retry_interval": "200ms"}
            kept = _kept(self.binaries, folder, port, self.password, settings)
            try:
                kept.start()
                yield Replica(self.binaries, folder, port, self.password, kept)
            finally:
                kept.end()

    def _copy_to(self, data: Path) -> None:
        options = [f"--pgdata={data}", "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast", "--no-sync"]
        self.run("pg_basebackup", *options)


@dataclass(frozen=True)
class Lag:
    """How far a replica is behind."""

    bytes: int  # of the primary's write-ahead log, not yet shown by the replica
    seconds: float  # since the commit that it showed last; 0 where it is not behind


def replay_lag(primary: PostgreSQL, replica: Replica) -> Lag:
    """How far `replica` is behind `primary` now. Raises StageError where one of them does not answer."""
    written = primary.ask("SELECT pg_current_wal_lsn()")
    behind = f"pg_wal_lsn_diff('{written}', pg_last_wal_replay_lsn())"
    age = "extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())"
    found = replica.ask(
        f"SELECT greatest({behind}, 0) || ' ' || CASE WHEN {behind} > 0 THEN coalesce({age}, 0) ELSE 0 END"
    )
    size, seconds = found.split()
    return Lag(int(size), float(seconds))


@contextmanager
def private_postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL server for as long as the block lasts.

    Raises StageError where it is not installed or does not start.
    """
    binaries = find_binaries()
    if binaries is None:
        raise StageError("PostgreSQL is not installed; `inv doctor --install` gets it")
    with own_folder("pg-") as folder:
        give_away(folder)
        password = secrets.token_urlsafe(24)
        _initialise(binaries, folder, password)
        port = own_port()
        kept = _kept(binaries, folder, port, password, {})
        try:
            kept.start()
            yield PostgreSQL(binaries, folder, port, password, kept)
        finally:
            kept.end()


def _initialise(binaries: Path, folder: Path, password: str) -> None:
    file = folder / "password"
    file.write_text(password)
    give_away(file)
    _run(
        [
            str(binaries / "initdb"),
            f"--pgdata={folder / 'data'}",
            f"--username={USER}",
            f"--pwfile={file}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        ]
    )


def _kept(binaries: Path, folder: Path, port: int, password: str, more: dict[str, str]) -> Kept:
    settings = {
        "listen_addresses": HOST,
        "port": port,
        "unix_socket_directories": folder,
        "fsync": "off",  # what this server holds is thrown away with it, so nothing is worth waiting for the disk
        "max_connections": 200,
        **more,
    }
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    command = [str(binaries / "postgres"), "-D", str(folder / "data"), *options]
    return Kept(
        Program(
            "PostgreSQL",
            command,
            folder,
            answers=lambda: _lets_in(binaries, port, password),
            user=other_user(),
            ends_by=SIGNALS["immediate"],
        )
    )


def _lets_in(binaries: Path, port: int, password: str) -> bool:
    """Whether the server on `port` takes our password: so it is ours, and nobody else's."""
    command = [str(binaries / "psql"), "-h", HOST, "-p", str(port), "-U", USER, "-X", "-c", "SELECT 1", "postgres"]
    environment = {**os.environ, "PGPASSWORD": password, "PGCONNECT_TIMEOUT": "2"}
    return subprocess.run(command, env=environment, cwd="/", capture_output=True).returncode == 0


def _run(command: Sequence[str], env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command, user=other_user(), env=env, cwd="/", capture_output=True, text=True, errors="replace"
    )
    if done.returncode != 0:
        lines = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
        raise StageError(f"{Path(command[0]).name} failed: {lines[-1]}")
    return done.stdout
