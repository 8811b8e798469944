import sys
from types import SimpleNamespace

import pytest

import clever.runner
from lab.errors import LabError
from lab.running import Stage, down, serve, status, up
from lab.running.stages import service_of
from lab.where import ROOT

SPLIT = {"coupon": "http://127.0.0.1:8003/", "notice": "http://127.0.0.1:8004", "link": "http://127.0.0.1:8005"}


@pytest.mark.parametrize(
    ("path", "service"),
    [("/api/coupon/redemptions", "coupon"), ("/board/", "notice"), ("/l/abc?x=1", "link"), ("/admin/", ""), ("/", "")],
)
def test_a_path_belongs_to_the_same_service_in_every_stage(path, service):
    assert service_of(path) == service


def test_a_path_is_sent_to_the_host_of_its_service():
    split = Stage("split", "http://127.0.0.1:8000/", SPLIT)

    assert split.address("/api/coupon/campaigns") == "http://127.0.0.1:8003/api/coupon/campaigns"
    assert split.address("/board/") == "http://127.0.0.1:8004/board/"
    assert split.address("/healthz") == "http://127.0.0.1:8000/healthz"


def test_a_stage_that_is_gone_says_how_to_start_it_again():
    gone = Stage("monolith", "http://127.0.0.1:1", {})

    with pytest.raises(LabError, match=r'did not answer at http://127.0.0.1:1/board/ .*lab.up\("monolith"\)'):
        gone.get("/board/")


def test_a_stage_shows_its_addresses_and_where_the_password_is_but_not_the_password():
    monolith = Stage("monolith", "http://127.0.0.1:8000", dict.fromkeys(SPLIT, "http://127.0.0.1:8000"))

    for shown in (monolith.html(), monolith.text()):
        assert "http://127.0.0.1:8000/admin/" in shown
        assert "http://127.0.0.1:8000/board/" in shown
        assert ".staff" in shown


def test_up_uses_the_runner_whatever_folder_the_notebook_is_in(monkeypatch):
    asked = {}

    def runner_up(name: str, **options: object) -> SimpleNamespace:
        asked.update(options, name=name)
        return SimpleNamespace(name=name, url="http://127.0.0.1:8000", services={}, note="")

    monkeypatch.setattr(clever.runner, "up", runner_up)

    stage = up("monolith", port=8001, nginx=True, instances=2, settings={"WEB_WORKERS": 1}, afresh=True)

    assert (stage.name, stage.url) == ("monolith", "http://127.0.0.1:8000")
    assert asked["root"] == ROOT
    assert (asked["port"], asked["nginx"], asked["instances"], asked["afresh"]) == (8001, True, 2, True)
    assert asked["settings"] == {"WEB_WORKERS": "1"}


def test_down_takes_a_stage_or_its_name(monkeypatch):
    ended = []
    monkeypatch.setattr(clever.runner, "down", lambda name, root: ended.append(name))

    down("monolith")
    down(Stage("split", "http://127.0.0.1:8000", {}))

    assert ended == ["monolith", "split"]


def test_what_the_runner_refuses_is_one_line_for_the_reader():
    with pytest.raises(LabError, match="unknown stage 'monolit'; did you mean monolith"):
        up("monolit")


def test_status_lists_what_runs(monkeypatch):
    running = {"monolith": {"url": "http://127.0.0.1:8000", "services": {}, "ready": True}}
    monkeypatch.setattr(clever.runner, "status", lambda root: running)

    assert status().rows == [["monolith", "http://127.0.0.1:8000", "yes"]]


def test_without_a_running_stage_status_says_so(monkeypatch):
    monkeypatch.setattr(clever.runner, "status", lambda root: {})

    assert status().text() == "No stage is running."


def test_the_game_server_and_the_staff_are_told_apart(monkeypatch):
    found = SimpleNamespace(staff_name="admin", staff_password="s", caller_name="game-server", caller_secret="c")
    monkeypatch.setattr(clever.runner, "read_credentials", lambda name, root: found)
    stage = Stage("monolith", "http://127.0.0.1:8000", {})

    assert stage.game_server == ("game-server", "c")
    assert stage.staff == ("admin", "s")


def test_the_lab_itself_needs_no_stage():
    assert "lab.running.stages" in sys.modules


def test_a_stage_that_runs_otherwise_is_refused_with_the_way_to_have_it_as_wished(monkeypatch):
    def refuse(name: str, **options: object) -> None:
        raise clever.runner.RunsOtherwise("monolith is up already, without nginx; stop it first: inv down monolith")

    monkeypatch.setattr(clever.runner, "up", refuse)

    with pytest.raises(LabError, match=r"inv down monolith, or call lab\.up with afresh=True"):
        up("monolith", nginx=True)


def test_a_stage_that_is_down_has_no_instances_and_no_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("STAGES_STATE", str(tmp_path))
    gone = Stage("monolith", "http://127.0.0.1:1", {})

    assert (gone.folder / "manage.py").exists()
    with pytest.raises(LabError, match="monolith is not up"):
        assert gone.direct
    with pytest.raises(LabError, match="monolith was never started here"):
        assert gone.environment


@pytest.mark.live
def test_another_server_can_serve_what_a_stage_serves(monolith):
    with serve("monolith.wsgi", "waitress", folder=monolith.folder, environment=monolith.environment) as other:
        assert other.url not in monolith.direct.values()
        assert other.get("/api/notice/notices").json() == monolith.get("/api/notice/notices").json()
    assert monolith.direct == {"web": monolith.url}


def test_a_stage_on_another_port_says_why_but_not_in_a_walk(monkeypatch, events):
    moved = SimpleNamespace(
        name="monolith", url="http://127.0.0.1:50001", services={}, note="Port 8000 is taken by another program."
    )
    monkeypatch.setattr(clever.runner, "up", lambda name, **options: moved)

    assert "Port 8000 is taken" not in up("monolith").text()
    monkeypatch.delenv("LAB_WALK")
    assert "Port 8000 is taken" in up("monolith").text()
    assert "Port 8000 is taken" in up("monolith").html()
