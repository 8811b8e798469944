"""The stage `tiny`, started once, and a stage `parts` of several projects to move to. Their manage.py only pretends:
what it is asked to do, and the plan that it is given, it writes down."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clever.runner.envfile import write_env
from clever.runner.places import StageFolder
from clever.runner.secrets import ensure_secrets
from clever.runner.stagefile import load_stage

PARTS = """
name = "parts"
summary = "Two projects, and one that holds what nobody else has."

[projects.office]
settings = "office.settings"
wsgi = "office.wsgi"
port = 7001
database = "office"
opens = ["hall", "cellar"]
media = "hall"
apps = []
prepare = ["migrate --no-input", "ensure_staff"]
processes = { office = "gunicorn" }

[projects.hall]
settings = "hall.settings"
wsgi = "hall.wsgi"
port = 7002
database = "hall"
apps = ["greeting"]
prepare = ["migrate --no-input", "fill"]
processes = { hall = "gunicorn" }

[projects.cellar]
settings = "cellar.settings"
wsgi = "cellar.wsgi"
port = 7003
database = "cellar"
apps = ["wine"]
prepare = ["migrate --no-input"]
processes = { cellar = "gunicorn" }
"""

MANAGE = """
import json, os, signal, sys
from pathlib import Path

asked = " ".join(sys.argv[1:])
with Path("asked").open("a") as stream:
    stream.write(f"{os.environ['DJANGO_SETTINGS_MODULE']}: {asked}\\n")
if sys.argv[1] == "copy_rows":
    Path("plan.json").write_text(sys.stdin.read())
    failing = Path("fail-at-" + sys.argv[-1])
    if failing.exists():
        how = failing.read_text()
        if how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        sys.exit(f"CommandError: {how}")
    if sys.argv[-1] != "--check":
        print("copy greeting 1/2")
        says = {"greeting": {"rows": 2, "digest": "ab" * 32, "upcoming": 3}}
        print(json.dumps({"tables": says, "files": 1, "lost": []}))
"""


@pytest.fixture(autouse=True)
def old(root: Path, folder: StageFolder) -> StageFolder:
    """The state of `tiny`, as a start and a stop leave it."""
    (root / "stages" / "tiny" / "manage.py").write_text(MANAGE)
    folder.make()
    ensure_secrets(load_stage("tiny", root), folder.secrets)
    write_env(folder.environment("tiny"), {"DATABASE_URL": f"sqlite:///{folder.databases / 'tiny.sqlite3'}"})
    return folder


@pytest.fixture(autouse=True)
def new(root: Path) -> StageFolder:
    """The state of `parts`, which was never started."""
    sources = root / "stages" / "parts"
    sources.mkdir()
    (sources / "stage.toml").write_text(PARTS)
    (sources / "manage.py").write_text(MANAGE)
    return StageFolder.of("parts", root)


@pytest.fixture
def asked(root: Path) -> Callable[[str], list[str]]:
    """`asked("tiny")`: what manage.py of that stage was asked to do."""

    def read(stage: str) -> list[str]:
        file = root / "stages" / stage / "asked"
        return file.read_text().splitlines() if file.exists() else []

    return read


@pytest.fixture
def plan(root: Path) -> Callable[[], dict[str, Any]]:
    """The plan that `tiny`, which knows all apps, was given last."""
    return lambda: json.loads((root / "stages" / "tiny" / "plan.json").read_text())


@pytest.fixture
def fail(root: Path) -> Callable[..., None]:
    """`fail("--check", "somebody lives there")`: let that command fail with these words."""
    return lambda at, how: (root / "stages" / "tiny" / f"fail-at-{at}").write_text(how)
