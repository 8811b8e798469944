"""A data folder of PostgreSQL, which calls it a database cluster, and PostgreSQL's own programs at work on it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from clever.runner.database_server.lockfile import remove_stale
from clever.runner.engines.unprivileged import give_away, other_user
from clever.runner.errors import StageError
from clever.runner.logs import tail, telling_line
from clever.runner.ports import HOST
from clever.runner.processes import title

SUPERUSER = "postgres"
START_SECONDS = 120  # a start takes less than one; this is for all that a power cut left to be done again

# Letters of all languages, in the order of their code points: the same on each machine. (macOS knows no C.UTF-8.)
LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"

# Everybody has to know a password, and gets into the database of their own name, which is that of their project alone.
ACCESS = f"""\
host all      {SUPERUSER} {HOST}/32 scram-sha-256
host sameuser all      {HOST}/32 scram-sha-256
"""

DESCRIPTORS = Path("/proc/self/fd")
REASON = re.compile(r"(?:FATAL|PANIC|ERROR|error): +(.*)")


@dataclass(frozen=True)
class Cluster:
    """One that is kept, unlike those of clever.runner.engines: all that is committed is on the disk."""

    data: Path
    binaries: Path
    environment: Mapping[str, str] = field(repr=False)  # with the stage's mark, so that its processes are found

    def make(self) -> None:
        """Make an empty one where there is none yet. Raises StageError where that fails; then there is none still."""
        if self.data.exists():
            return
        part = self.data.with_name(f"{self.data.name}.part")  # what an interrupted start leaves is no cluster
        if part.exists():
            shutil.rmtree(part)
        part.mkdir(parents=True)
        give_away(part)
        options = [f"--username={SUPERUSER}", "--auth=reject", "--encoding=UTF8", f"--locale={LOCALE}", "--no-sync"]
        done = self._run(part, "initdb", *options)
        if done.returncode:
            raise StageError(f"initdb failed: {_reason(done.stderr)}")
        (part / "pg_hba.conf").write_text(ACCESS, encoding="utf-8")
        part.rename(self.data)
        os.sync()  # at once: its thousand files one by one, as initdb does it, take seconds on a busy disk

    def give_password(self, password: str) -> None:
        """Let `password` be the superuser's, whatever it was before. Nobody may serve the data meanwhile.

        So what is in the stage's secrets counts, also where those came from a backup or were made anew.
        Raises StageError where the data cannot be opened.
        """
        remove_stale(self.data)
        quoted = password.replace("'", "''")
        said = f"ALTER ROLE {SUPERUSER} PASSWORD '{quoted}'\n"
        done = self._run(self.data, "postgres", "--single", "-c", "log_checkpoints=off", SUPERUSER, said=said)
        if done.returncode:
            raise StageError(f"PostgreSQL does not start: {_reason(done.stderr)}")

    def serve(self, port: int, log: Path) -> None:
        """Serve it in the background, on loopback. Raises StageError, saying why, where it does not start."""
        settings = {
            "listen_addresses": HOST,
            "port": port,
            "unix_socket_directories": "''",  # the path of a socket ends at about 100 bytes, a stage's may be longer
            "max_connections": 300,  # as in containers
            "cluster_name": title(self.data.parents[1]),
        }
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        command = ["start", "--silent", "--wait", f"--timeout={START_SECONDS}", f"--options={options}"]
        with log.open("ab") as stream:
            done = self._run(self.data, "pg_ctl", *command, log=stream)
        if done.returncode:
            raise StageError(f"PostgreSQL does not start: {_reason(tail(log) or done.stderr)}; its log: {log}")

    def ask(self, script: str, port: int, password: str) -> None:
        """Let psql carry out `script` as the superuser. Raises StageError for the first statement that fails."""
        options = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
        done = subprocess.run(
            [self.binaries / "psql", "-h", HOST, "-p", str(port), "-U", SUPERUSER, *options, SUPERUSER],
            env={**self.environment, "PGPASSWORD": password},
            input=script,
            capture_output=True,
            text=True,
            errors="replace",
        )
        if done.returncode:
            raise StageError(f"psql failed: {_reason(done.stderr)}")

    def _run(
        self, folder: Path, program: str, *arguments: str, said: str = "", log: IO[bytes] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        """Run a program that opens the data `folder`, as the user who may, and in a session that no Ctrl-C reaches."""
        user = other_user()
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            # Another user may not enter our folders, and need not: it gets this one from us, open already.
            place = DESCRIPTORS / str(opened) if user and DESCRIPTORS.is_dir() else folder
            return subprocess.run(
                [self.binaries / program, *arguments],
                env={**self.environment, "PGDATA": str(place)},
                cwd="/",
                user=user,
                pass_fds=[opened],
                start_new_session=True,
                input=said,
                stdout=log or subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
            )
        finally:
            os.close(opened)


def _reason(said: str) -> str:
    """What one of PostgreSQL's programs gave up for. A hint may follow it, or that all is cleaned up now."""
    reasons = REASON.findall(said)
    return str(reasons[-1]) if reasons else telling_line(said)
