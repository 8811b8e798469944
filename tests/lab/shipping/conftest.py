"""A machine to ship to, which is this one, and a program that runs there."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clever.runner.engines.sshd import Sshd, private_sshd
from lab.running import Process, free_port, process
from lab.shipping import fabfile

APP = """
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent


def application(environ, start_response):
    status = "200 OK" if (HERE / "well").exists() else "500 Internal Server Error"
    start_response(status, [("Content-Type", "text/plain"), ("X-Release", HERE.name)])
    return [HERE.name.encode()]
"""


@pytest.fixture(scope="session")
def server() -> Iterator[Sshd]:
    with private_sshd() as running:
        yield running


@pytest.fixture
def shop(tmp_path: Path, server: Sshd) -> Path:
    """A folder to call `fab` in, with a program in `cafe` that ships to `there`."""
    (tmp_path / "cafe").mkdir()
    (tmp_path / "cafe" / "app.py").write_text(APP, encoding="utf-8")
    (tmp_path / "cafe" / "well").touch()
    shutil.copy(fabfile.__file__, tmp_path)
    ship = {"root": str(tmp_path / "there"), "url": f"http://127.0.0.1:{free_port()}/", "keep": 3}
    settings = {"ssh_config_path": str(server.configuration), "ship": {**ship, "python": sys.executable}}
    (tmp_path / "fabric.json").write_text(json.dumps(settings), encoding="utf-8")
    return tmp_path


@pytest.fixture
def fab(shop: Path, server: Sshd) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Calls `fab -H there ...` in the shop."""

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "fabric", "-H", server.host, *words]
        rsync_goes_by = {"RSYNC_RSH": f"ssh -F {server.configuration}"}
        return subprocess.run(
            command, cwd=shop, env=os.environ | rsync_goes_by, capture_output=True, text=True, timeout=120
        )

    return call


@pytest.fixture
def live(shop: Path, fab: Callable[..., subprocess.CompletedProcess[str]]) -> Iterator[Process]:
    """The program, running as release 1."""
    assert fab("deploy").returncode == 0
    url = json.loads((shop / "fabric.json").read_text(encoding="utf-8"))["ship"]["url"]
    there, address = shop / "there", url.removeprefix("http://").rstrip("/")
    options = [f"--chdir={there}/current", f"--pid={there}/shared/web.pid", f"--bind={address}"]
    command = [sys.executable, "-m", "gunicorn", "--no-control-socket", *options, "app:application"]
    with process(command, ready_url=url) as running:
        yield running
