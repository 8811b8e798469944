"""The whole publisher: saved, forgotten, put back, and nothing is missing."""

from pathlib import Path

import pytest

import lab
from clever import runner
from clever.runner.backups import backup, restore
from clever.runner.engines.postgresql import private_postgresql

# Saving and restoring are tested every day on a small stage, beside the runner; here it is all of the monolith.
pytestmark = [pytest.mark.live, pytest.mark.full]


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A monolith of this test alone."""
    monkeypatch.setenv("STAGES_STATE", str(tmp_path / "stages"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    yield
    runner.down("monolith")


def uploaded(stage: lab.Stage) -> list[bytes]:
    """The content of every uploaded file."""
    media = Path(stage.environment["MEDIA_ROOT"])
    return [file.read_bytes() for file in sorted(media.rglob("*")) if file.is_file()]


def test_a_monolith_on_sqlite_says_afterwards_what_it_said_before(tmp_path):
    url = str(tmp_path / "stages" / "monolith" / "databases" / "monolith.sqlite3")
    stage = lab.up("monolith")
    notices, secret, files = stage.get("/api/notice/notices").text, stage.game_server, uploaded(stage)
    before = lab.data.checksums(url)
    backup("monolith", tmp_path / "monday.tar.gz")
    runner.down("monolith", forget_data=True)

    restore("monolith", tmp_path / "monday.tar.gz")

    assert lab.data.checksums(url).differing(before) == []
    stage = lab.up("monolith")
    assert stage.get("/api/notice/notices").text == notices
    assert stage.game_server == secret
    assert uploaded(stage) == files != []


@pytest.mark.engine("postgresql")
def test_every_table_on_postgresql_is_what_it_was(tmp_path, monkeypatch):
    with private_postgresql() as server:
        url = server.create("game")
        monkeypatch.setenv("DATABASE_URL", url)
        lab.up("monolith")
        before = lab.data.checksums(url)
        backup("monolith", tmp_path / "monday.tar.gz")
        runner.down("monolith", forget_data=True)
        monkeypatch.setenv("DATABASE_URL", server.create("another"))

        restore("monolith", tmp_path / "monday.tar.gz")

        assert lab.data.checksums(server.url("another")).differing(before) == []
