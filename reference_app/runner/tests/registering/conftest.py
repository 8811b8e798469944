"""A stage `market` with a permitter, whose manage.py only says what it was asked; what runs of it, a record says."""

from pathlib import Path

import pytest

from clever.runner.envfile import write_env
from clever.runner.places import StageFolder
from clever.runner.record import Record
from clever.runner.registering import registering

STAGE = """
name = "market"
summary = "One service, and whom it asks."

[seams]
PERMITTER_URL = "${permitter}/api/permitter"

[projects.stall]
settings = "market.stall.settings"
wsgi = "market.stall.wsgi"
port = 9301
apps = ["stall"]
calls = ["PERMITTER_URL"]
processes = { stall = "gunicorn" }

[projects.permitter]
settings = "market.permitter.settings"
wsgi = "market.permitter.wsgi"
port = 9302
apps = ["permitter"]
calls = []
processes = { permitter = "gunicorn" }
"""

# Says what it was called with, and in whose settings; the name `taken` it refuses, as the real one does.
MANAGE = """
import os, sys

if sys.argv[-1] == "taken":
    sys.exit("CommandError: register_service: there is a caller taken already")
print(os.environ["DJANGO_SETTINGS_MODULE"], os.environ.get("STRAY"), *sys.argv[1:])
"""


@pytest.fixture
def market(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StageFolder:
    """Where the stage keeps its state; the test runs in the project's folder."""
    stage = tmp_path / "stages/market"
    stage.mkdir(parents=True)
    (stage / "stage.toml").write_text(STAGE)
    (stage / "manage.py").write_text(MANAGE)
    for name in ("STAGES_ROOT", "STAGES_STATE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("STRAY", "of a shell")
    monkeypatch.chdir(tmp_path)
    folder = StageFolder.of("market", tmp_path)
    folder.make()
    write_env(folder.environment("permitter"), {"DJANGO_SETTINGS_MODULE": "market.permitter.settings"})
    return folder


@pytest.fixture
def runs(market: StageFolder, monkeypatch: pytest.MonkeyPatch) -> Record:
    """The record of a start on other ports than the usual ones."""
    projects = {"stall": "http://127.0.0.1:40001", "permitter": "http://127.0.0.1:40002"}
    record = Record(1, "", projects["stall"], projects, {}, {})
    monkeypatch.setattr(registering, "running_record", lambda folder: record if folder == market else None)
    return record
