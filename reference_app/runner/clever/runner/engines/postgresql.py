"""A private PostgreSQL server.

Not the machine's own: that one may hold somebody's data, and needs somebody's password. This one lives in one folder,
listens on loopback only, and is gone when it is stopped.
"""

import glob
import os
import pwd
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from clever.runner.errors import StageError
from clever.runner.ports import choose

# Debian keeps the server's programs out of PATH, and so does Homebrew for versions that are not the newest.
PLACES = ["/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin"]
USER = "clever"
PORT = 54320  # unless somebody has it


def find_binaries() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, the newest version first; None where PostgreSQL is not installed."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = [Path(place) for pattern in PLACES for place in glob.glob(pattern) if (Path(place) / "initdb").exists()]
    return max(found, default=None, key=lambda folder: [int(part) for part in folder.parts if part.isdigit()] or [0])


@dataclass(frozen=True)
class PostgreSQL:
    """A running server."""

    binaries: Path
    folder: Path
    port: int
    password: str

    def url(self, database: str) -> str:
        """The DATABASE_URL of one of its databases."""
        return f"postgresql://{USER}:{self.password}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> str:
        """Make an empty database and return its URL. Raises StageError where there is one of that name."""
        command = [str(self.binaries / "createdb"), "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, database]
        _run(command, env={**os.environ, "PGPASSWORD": self.password})
        return self.url(database)


@contextmanager
def private_postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL server for as long as the block lasts.

    Raises StageError where it is not installed or does not start.
    """
    binaries = find_binaries()
    if binaries is None:
        raise StageError("PostgreSQL is not installed; `inv doctor --install` gets it")
    with TemporaryDirectory(prefix="pg-") as folder:
        server = PostgreSQL(
            binaries, Path(folder), choose({"postgresql": PORT})["postgresql"], secrets.token_urlsafe(24)
        )
        _give_away(server.folder)
        _initialise(server)
        _run([*_pg_ctl(server), "--wait", "--timeout=60", f"--log={server.folder / 'log'}", *_options(server), "start"])
        try:
            yield server
        finally:
            _run([*_pg_ctl(server), "--wait", "--mode=immediate", "stop"])


def _initialise(server: PostgreSQL) -> None:
    password = server.folder / "password"
    password.write_text(server.password)
    _give_away(password)
    _run(
        [
            str(server.binaries / "initdb"),
            f"--pgdata={server.folder / 'data'}",
            f"--username={USER}",
            f"--pwfile={password}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        ]
    )


def _pg_ctl(server: PostgreSQL) -> list[str]:
    return [str(server.binaries / "pg_ctl"), f"--pgdata={server.folder / 'data'}", "--silent"]


def _options(server: PostgreSQL) -> list[str]:
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": server.port,
        "unix_socket_directories": server.folder,
        "fsync": "off",  # what this server holds is thrown away with it, so nothing is worth waiting for the disk
        "max_connections": 200,
    }
    return ["-o", " ".join(f"-c {name}={value}" for name, value in settings.items())]


def _other_user() -> str | None:
    """PostgreSQL refuses to run as root. Debian's package brings a user for it."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise StageError("PostgreSQL does not run as root, and there is no user postgres to run it as") from None


def _give_away(path: Path) -> None:
    user = _other_user()
    path.chmod(0o700 if path.is_dir() else 0o600)
    if user is not None:
        shutil.chown(path, user)


def _run(command: list[str], env: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command, user=_other_user(), env=env, cwd="/", capture_output=True, text=True, errors="replace"
    )
    if done.returncode != 0:
        lines = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
        raise StageError(f"{Path(command[0]).name} failed: {lines[-1]}")
