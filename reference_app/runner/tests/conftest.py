"""A tiny stage in a temporary folder: real processes, with the monolith's own files, and none of its services."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clever import runner
from clever.runner.nginx import find_nginx
from clever.runner.places import StageFolder
from clever.runner.ports import any_free

from .stages import IN_CONTAINERS, LARGER, SHIPPED, write

MONOLITH = Path(__file__).parents[2] / "stages" / "monolith"

STAGE = """
name = "{name}"
summary = "A stage to try the runner on."

[projects.{name}]
settings = "{name}.settings"
wsgi = "site_of_{name}"
port = {port}
database = "{name}"
apps = ["greeting"]
serves = ["/greeting/"]
callers = ["game-server"]
prepare = ["migrate --no-input", "fill"]
processes = {{ web = "gunicorn" }}
instances = {{ web2 = {second_port} }}
pages = {{ greeting = "/greeting/" }}

[nginx]
port = {nginx_port}
"""

# Where real ones migrate and fill, this one remembers that it was asked; FAIL_AT makes a command fail.
MANAGE = """
import os, signal, sys
from pathlib import Path

command = sys.argv[1]
if command == "complete_pending":
    signal.pause()  # a follower, which ends when it is told to
failing = Path("fail-at-" + command)
if failing.exists():
    sys.stderr.write(failing.read_text())
    sys.exit(3)
database = Path(os.environ["DATABASE_URL"].removeprefix("sqlite:///"))
with database.open("a") as stream:
    stream.write(command + "\\n")
if command == "fill":
    for done in (0, 50, 100):
        print(f"fill: greetings {done}/100")
"""

SITE = """
import json, os

def application(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/readyz":
        status = "503 Not ready" if os.path.exists("not-ready") else "200 OK"
        body = b"{}"
    elif path == "/environment":
        status, body = "200 OK", json.dumps({"pid": os.getpid(), **os.environ}).encode()
    elif path == "/headers":
        sent = {name: value for name, value in environ.items() if name.startswith("HTTP_")}
        status, body = "200 OK", json.dumps(sent).encode()
    else:
        status, body = "200 OK", b"hello"
    start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
"""


def write_stage(root: Path, name: str = "tiny") -> Path:
    """A stage called `name` beneath `root`, with the monolith's process files, on ports that are free now."""
    if not MONOLITH.is_dir():
        pytest.skip("its process files are the monolith's, which is not in this project")
    folder = root / "stages" / name
    folder.mkdir(parents=True)
    ports: dict[str, int] = {}
    for which in ("port", "second_port", "nginx_port"):
        ports[which] = any_free(set(ports.values()))
    (folder / "stage.toml").write_text(STAGE.format(name=name, **ports))
    (folder / "manage.py").write_text(MANAGE)
    (folder / f"site_of_{name}.py").write_text(SITE)
    (folder / "gunicorn.conf.py").write_text((MONOLITH / "gunicorn.conf.py").read_text())
    supervisord = (MONOLITH / "supervisord.conf").read_text().replace("monolith.wsgi", f"site_of_{name}")
    (folder / "supervisord.conf").write_text(supervisord)
    (folder / "nginx.conf").write_text((MONOLITH / "nginx.conf").read_text().replace("MONOLITH", name.upper()))
    return folder


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the stage `tiny`, in which the test runs. No setting of this shell or of pytest reaches it."""
    write_stage(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "CACHE_URL", "LOG_LEVEL", "STAGES_ROOT", "STAGES_STATE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WEB_WORKERS", "1")
    return tmp_path


@pytest.fixture
def folder(root: Path) -> StageFolder:
    """Where the stage `tiny` keeps its state."""
    return StageFolder.of("tiny", root)


@pytest.fixture(scope="module")
def behind_nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[runner.Running, StageFolder]]:
    """The stage `tiny` behind nginx, for tests that only ask it something."""
    need_nginx()
    root = tmp_path_factory.mktemp("behind-nginx")
    write_stage(root)
    given = {"PATH": os.environ["PATH"], "WEB_WORKERS": "1"}
    try:
        yield runner.up("tiny", nginx=True, root=root, given=given), StageFolder.of("tiny", root)
    finally:
        runner.down("tiny", root=root)


@pytest.fixture
def another_stage(root: Path) -> Path:
    """The folder of a second stage, `other`."""
    return write_stage(root, "other")


@pytest.fixture
def stopped_afterwards(root: Path) -> Iterator[None]:
    """Whatever the test did, none of its processes outlives it."""
    yield
    for stage in (root / "stages").iterdir():
        runner.down(stage.name, root=root)


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port on which somebody else listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def nginx_installed() -> None:
    """Skip where nginx is absent."""
    need_nginx()


def need_nginx() -> None:
    """Skip where nginx is absent; in CI, which has to have it, fail."""
    if find_nginx() is None:
        message = "nginx is not installed"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)


@pytest.fixture
def steps() -> tuple[list[runner.Step], Callable[[runner.Step], None]]:
    """A list, and a progress function that fills it."""
    seen: list[runner.Step] = []
    return seen, seen.append


@pytest.fixture
def both_ways(root: Path) -> Path:
    """The folder of the stages, where `larger` can run on containers as well."""
    for name in ("tiny", "shipped"):
        (root / "stages" / name).mkdir(exist_ok=True)
    (write(root, "shipped", SHIPPED) / "compose.yaml").write_text("services: {}")
    write(root, "larger", LARGER + IN_CONTAINERS)
    return root / "stages"
