"""A private ssh server: own keys, on loopback only, for this user and nobody else."""

import getpass
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from {{ cookiecutter.namespace }}.runner.engines import programs
from {{ cookiecutter.namespace }}.runner.engines.keeping import Kept, Program, own_folder, own_port
from {{ cookiecutter.namespace }}.runner.envfile import write_private
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.ports import HOST

NAME = "there"  # what the client's configuration calls the server
SEPARATION = Path("/run/sshd")  # Debian's sshd wants this empty folder when root starts it; its service makes it

SERVER = """
ListenAddress {host}
Port {port}
HostKey "{folder}/host_key"
AuthorizedKeysFile "{folder}/authorized_keys"
AllowUsers {user}
PermitRootLogin prohibit-password
AuthenticationMethods publickey
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
PidFile none
AllowTcpForwarding no
AllowAgentForwarding no
X11Forwarding no
PermitUserEnvironment no
Subsystem sftp internal-sftp
# The keys lie in a folder of their own beneath the temporary one, which belongs to everybody.
StrictModes no
"""

CLIENT = """
Host {name}
  HostName {host}
  Port {port}
  User {user}
  IdentityFile "{folder}/key"
  IdentitiesOnly yes
  IdentityAgent none
  UserKnownHostsFile "{folder}/known_hosts"
  GlobalKnownHostsFile none
  StrictHostKeyChecking yes
  BatchMode yes
  ConnectTimeout 5
"""


def find_sshd() -> str | None:
    """The path of sshd; None where it, or the client's programs, are not installed."""
    found = programs.find("sshd")
    return str(found) if found else None


@dataclass(frozen=True)
class Sshd:
    """A running server. `configuration` is an ssh_config in which it is called `there`."""

    folder: Path
    port: int
    user: str
    kept: Kept = field(repr=False)

    @property
    def configuration(self) -> Path:
        return self.folder / "ssh_config"

    @property
    def host(self) -> str:
        """The name that ssh and rsync, given the pieces below, know the server by."""
        return NAME

    @property
    def ssh(self) -> list[str]:
        """The beginning of a command line: `[*server.ssh, "uname"]`."""
        return ["ssh", "-F", str(self.configuration), NAME]

    @property
    def rsync(self) -> list[str]:
        """The beginning of a command line: `[*server.rsync, "-a", "here/", f"{server.host}:/there/"]`."""
        return ["rsync", "-e", shlex.join(["ssh", "-F", str(self.configuration)])]

    @property
    def fabric(self) -> dict[str, Any]:
        """What Fabric's Connection takes: `fabric.Connection(**server.fabric)`."""
        keys = {"key_filename": str(self.folder / "key"), "look_for_keys": False, "allow_agent": False}
        return {"host": HOST, "user": self.user, "port": self.port, "connect_kwargs": keys}

    def stop(self) -> None:
        self.kept.stop()

    def start(self) -> None:
        self.kept.start()


@contextmanager
def private_sshd() -> Iterator[Sshd]:
    """An ssh server for as long as the block lasts; whoever runs this may log in as themselves, by key.

    Sessions that are open at the end of the block are ended. Raises StageError where OpenSSH is not installed, and
    where the server does not start or does not let this user in.
    """
    program = find_sshd()
    if program is None:
        raise StageError("the ssh server is not installed; `inv doctor --install` gets it")
    with own_folder("sshd-") as folder:
        port, user = own_port(), getpass.getuser()
        _write(folder, port, user)
        if os.geteuid() == 0:
            SEPARATION.mkdir(mode=0o755, exist_ok=True)
        command = [program, "-D", "-e", "-f", str(folder / "sshd_config")]
        kept = Kept(Program("sshd", command, folder, answers=lambda: _lets_in(server)))
        server = Sshd(folder, port, user, kept)
        try:
            kept.start()
            yield server
        finally:
            kept.end()


def _write(folder: Path, port: int, user: str) -> None:
    for key in ("host_key", "key"):
        _make_key(folder / key)
    shutil.copy(folder / "key.pub", folder / "authorized_keys")
    host_key = (folder / "host_key.pub").read_text(encoding="utf-8")
    write_private(folder / "known_hosts", f"[{HOST}]:{port} {host_key}")
    values = {"host": HOST, "port": port, "folder": folder, "user": user, "name": NAME}
    write_private(folder / "sshd_config", SERVER.format(**values))
    write_private(folder / "ssh_config", CLIENT.format(**values))


def _make_key(file: Path) -> None:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "private", "-f", str(file)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        raise StageError(f"ssh-keygen failed: {(done.stderr or done.stdout).strip()}")


def _lets_in(server: Sshd) -> bool:
    try:
        done = subprocess.run([*server.ssh, "true"], stdin=subprocess.DEVNULL, capture_output=True, timeout=10)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
