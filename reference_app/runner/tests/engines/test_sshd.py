import getpass
import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clever.runner.engines import sshd
from clever.runner.engines.sshd import Sshd, private_sshd
from clever.runner.errors import StageError

pytestmark = pytest.mark.live


@pytest.fixture
def server(sshd_installed: None) -> Iterator[Sshd]:
    with private_sshd() as running:
        yield running


def said(command: list[str], **options: object) -> str:
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=30, **options)
    return done.stdout.strip() if done.returncode == 0 else f"failed: {done.stderr.strip()}"


def test_whoever_runs_it_logs_in_as_themselves_without_a_password(server: Sshd) -> None:
    assert said([*server.ssh, "whoami"]) == getpass.getuser()


def test_another_key_is_refused(server: Sshd, tmp_path: Path) -> None:
    other = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(other)], check=True)
    configuration = server.configuration.read_text().replace(str(server.folder / "key"), str(other))
    (tmp_path / "config").write_text(configuration)

    assert "Permission denied" in said(["ssh", "-F", str(tmp_path / "config"), server.host, "true"])


def test_a_password_is_not_even_asked_for(server: Sshd) -> None:
    command = ["ssh", "-F", str(server.configuration), "-v", "-o", "PubkeyAuthentication=no", server.host, "true"]

    assert "Permission denied (publickey)" in said(command)


def test_a_server_with_another_host_key_is_not_trusted(server: Sshd) -> None:
    known = server.folder / "known_hosts"
    own_key = (server.folder / "key.pub").read_text()
    known.write_text(f"[127.0.0.1]:{server.port} {own_key}")

    assert "REMOTE HOST IDENTIFICATION HAS CHANGED" in said([*server.ssh, "true"])


@pytest.mark.skipif(shutil.which("rsync") is None and os.environ.get("CI") != "true", reason="rsync is not installed")
def test_rsync_copies_a_folder_over_it(server: Sshd, tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "app.py").write_text("print('released')")

    outcome = said([*server.rsync, "-a", f"{tmp_path}/release/", f"{server.host}:{tmp_path}/there/"])

    assert outcome == ""
    assert (tmp_path / "there" / "app.py").read_text() == "print('released')"


def test_it_is_gone_afterwards_and_so_are_open_sessions(
    sshd_installed: None, until: Callable[[object], bool], gone: Callable[[int], bool]
) -> None:
    with private_sshd() as server:
        session = subprocess.Popen([*server.ssh, "echo $$; exec sleep 600"], stdout=subprocess.PIPE, text=True)
        assert session.stdout
        sleeper = int(session.stdout.readline())

    assert session.wait(timeout=10) != 0
    session.stdout.close()
    assert gone(sleeper)
    assert gone(server.kept.pid)
    assert not server.folder.exists()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", server.port)) != 0


def test_fabric_is_told_the_key_and_no_other(server: Sshd) -> None:
    told = server.fabric

    assert (told["host"], told["user"], told["port"]) == ("127.0.0.1", getpass.getuser(), server.port)
    assert Path(told["connect_kwargs"]["key_filename"]).stat().st_mode & 0o077 == 0
    assert told["connect_kwargs"]["look_for_keys"] is told["connect_kwargs"]["allow_agent"] is False


def test_without_sshd_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sshd, "find_sshd", lambda: None)

    with pytest.raises(StageError, match="the ssh server is not installed; `inv doctor --install` gets it"):
        private_sshd().__enter__()
