import os
from pathlib import Path

import pytest

import lab
from clever.runner.engines.postgresql import private_postgresql

pytestmark = pytest.mark.live


def asks_for_patience(stage: lab.Stage) -> None:
    """What people and programs are told while the database is away: come again, and when."""
    for path, kind in [("/board/", "text/html"), ("/api/notice/notices", "application/problem+json")]:
        answer = stage.get(path)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert answer.headers["content-type"].startswith(kind)


def test_without_its_database_the_stage_is_not_ready_and_fails_at_once(monolith, databases):
    notices = monolith.get("/api/notice/notices").text

    with lab.fault.database_away(monolith):
        assert monolith.get("/readyz").status_code == 503
        assert monolith.get("/healthz").status_code == 200
        asks_for_patience(monolith)

    assert monolith.get("/readyz").status_code == 200
    assert monolith.get("/api/notice/notices").text == notices
    assert not list(databases.glob("*.away*"))


def test_a_database_comes_back_when_the_block_raises(monolith):
    with pytest.raises(KeyboardInterrupt), lab.fault.database_away(monolith):
        raise KeyboardInterrupt

    assert monolith.get("/readyz").status_code == 200


def test_an_unknown_database_is_answered_with_the_known_one(monolith):
    with pytest.raises(lab.LabError, match="monolith has no database 'shop': name one of monolith"):
        lab.fault.database_away(monolith, "shop").__enter__()


def test_a_stage_that_is_down_has_no_database_to_take_away(tmp_path, monkeypatch):
    monkeypatch.setenv("STAGES_STATE", str(tmp_path))

    with pytest.raises(lab.LabError, match=r'monolith is not up .*lab.up\("monolith"\)'):
        lab.fault.database_away(lab.Stage("monolith", "http://127.0.0.1:1", {})).__enter__()


@pytest.mark.full
@pytest.mark.engine("postgresql")
def test_a_private_postgresql_is_stopped_and_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STAGES_STATE", str(tmp_path))
    with private_postgresql() as server, private_postgresql() as other:
        monkeypatch.setenv("DATABASE_URL", server.create("monolith"))
        stage = lab.up("monolith")
        try:
            with pytest.raises(lab.LabError, match="on PostgreSQL: name the private server"):
                lab.fault.database_away(stage).__enter__()
            with pytest.raises(lab.LabError, match="the stage is not on this server"):
                lab.fault.database_away(stage, server=other).__enter__()

            with lab.fault.database_away(stage, server=server):
                assert stage.get("/readyz").status_code == 503
                asks_for_patience(stage)

            assert stage.get("/readyz").status_code == 200
            assert stage.get("/board/").status_code == 200
        finally:
            lab.down(stage)
    assert not os.path.exists(server.folder)
