import errno
import os
import shutil
import signal
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import httpx2
import pytest

from clever import runner
from clever.runner import launching, readiness
from clever.runner.errors import StageError
from clever.runner.ports import choose
from clever.runner.processes import of_stage
from clever.runner.record import read_record
from clever.runner.stagefile import load_stage

pytestmark = [pytest.mark.live, pytest.mark.usefixtures("stopped_afterwards")]


def environment(running: runner.Running) -> dict[str, str]:
    return httpx2.get(f"{running.url}/environment").json()


def test_a_stage_is_up_when_up_returns(root):
    running = runner.up("tiny")

    assert httpx2.get(f"{running.url}/greeting/").text == "hello"
    assert running.url == f"http://127.0.0.1:{load_stage('tiny').projects['tiny'].port}"
    assert running.services == {"greeting": running.url}
    assert runner.status() == {"tiny": {"url": running.url, "services": running.services, "ready": True}}


def test_a_start_tells_what_it_is_busy_with(root, steps):
    seen, tell = steps

    runner.up("tiny", progress=tell)

    assert [step.what for step in seen if step.total is None and step.project] == ["migrate", "fill"]
    assert [(step.done, step.total) for step in seen if step.what == "fill: greetings"] == [
        (0, 100),
        (50, 100),
        (100, 100),
    ]


def test_a_second_up_uses_what_is_up(root, folder):
    first = runner.up("tiny")
    before = {process.pid for process in of_stage(folder.path)}

    second = runner.up("tiny")

    assert (first.reused, second.reused) == (False, True)
    assert second.url == first.url
    assert {process.pid for process in of_stage(folder.path)} == before


def test_two_ups_at_once_start_it_once(root, folder):
    with ThreadPoolExecutor() as pool:
        running = list(pool.map(lambda _: runner.up("tiny"), range(3)))

    assert sorted(one.reused for one in running) == [False, True, True]
    assert len({one.url for one in running}) == 1
    commands = [process.cmdline() for process in of_stage(folder.path)]
    assert sum("supervisor.supervisord" in command for command in commands) == 1


def test_two_stages_live_side_by_side(root, another_stage):
    with ThreadPoolExecutor() as pool:
        tiny, other = pool.map(runner.up, ["tiny", "other"])

    runner.down("tiny")

    assert tiny.url != other.url
    assert runner.status().keys() == {"other"}
    assert httpx2.get(f"{other.url}/greeting/").text == "hello"


def test_the_port_asked_for_is_the_one_a_browser_opens(root):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]

    assert runner.up("tiny", port=port).url == f"http://127.0.0.1:{port}"


def test_a_taken_port_that_was_asked_for_stops_the_start_before_it_touches_anything(root, folder, taken_port):
    with pytest.raises(StageError, match=f"port {taken_port} is taken"):
        runner.up("tiny", port=taken_port)

    assert of_stage(folder.path) == []
    assert list(folder.databases.iterdir()) == []


def test_a_taken_default_port_is_replaced_by_a_free_one(root):
    with socket.create_server(("127.0.0.1", load_stage("tiny").projects["tiny"].port)):
        running = runner.up("tiny")

        assert httpx2.get(f"{running.url}/greeting/").text == "hello"
        default, port = load_stage("tiny").projects["tiny"].port, running.url.rpartition(":")[2]
        assert running.note == f"Port {default} is taken by another program, so tiny is on port {port} this time."
    assert runner.up("tiny").note == ""


@pytest.fixture
def impostor() -> Iterator[int]:
    """The port of somebody else's server, which says that it is ready, whatever it is asked."""
    with WSGIServer(("127.0.0.1", 0), WSGIRequestHandler) as server:
        server.set_app(lambda environ, start_response: [start_response("200 OK", []), b"ready!"][1:])
        threading.Thread(target=server.serve_forever).start()
        yield server.server_port
        server.shutdown()


@pytest.mark.parametrize("somebody", ["taken_port", "impostor"])
def test_a_port_that_is_lost_between_choice_and_use_is_given_up_for_another(root, monkeypatch, request, somebody):
    lost = request.getfixturevalue(somebody)
    offers = iter([{"tiny": lost}])
    monkeypatch.setattr(launching, "choose", lambda *args, **options: next(offers, None) or choose(*args, **options))

    running = runner.up("tiny")

    assert running.url != f"http://127.0.0.1:{lost}"
    assert httpx2.get(f"{running.url}/greeting/").text == "hello"


def test_a_stage_that_is_up_elsewhere_is_not_moved(root, folder):
    running = runner.up("tiny")

    with pytest.raises(StageError, match=f"is up already, at {running.url}, not on port 1234.*inv down tiny"):
        runner.up("tiny", port=1234)

    assert runner.status()["tiny"]["ready"]


def test_a_stage_that_is_up_on_one_database_is_not_reused_for_another(root):
    runner.up("tiny")

    with pytest.raises(StageError, match=r"with another DATABASE_URL; stop it first: inv down tiny"):
        runner.up("tiny", given=os.environ | {"DATABASE_URL": "sqlite:////elsewhere"})


def test_the_database_of_the_caller_is_used(root, tmp_path):
    url = f"sqlite:///{tmp_path}/mine"

    running = runner.up("tiny", given=os.environ | {"DATABASE_URL": url})

    assert environment(running)["DATABASE_URL"] == url
    assert (tmp_path / "mine").read_text() == "migrate\nfill\n"


def test_a_server_knows_its_settings_and_no_staff_password(root):
    running = runner.up("tiny")

    seen = environment(running)

    assert seen["DJANGO_SETTINGS_MODULE"] == "tiny.settings"
    assert seen["SECURE"] == "0"
    assert running.credentials.staff_password not in seen.values()


def test_a_complaint_of_the_settings_is_passed_on_in_one_line(root, folder):
    (root / "stages" / "tiny" / "fail-at-migrate").write_text("configuration: DATABASE_URL is malformed: no scheme\n")

    with pytest.raises(StageError) as raised:
        runner.up("tiny")

    assert str(raised.value) == "configuration: DATABASE_URL is malformed: no scheme"
    assert of_stage(folder.path) == []
    assert list(folder.databases.iterdir()) == []


def test_a_failed_preparation_names_the_reason_and_the_log(root, folder):
    (root / "stages" / "tiny" / "fail-at-fill").write_text("Traceback\nOSError: disk full\n  note\n")

    with pytest.raises(StageError, match=r"`manage.py fill` failed: OSError: disk full; all it said: .*prepare\.log"):
        runner.up("tiny")

    assert "OSError: disk full" in (folder.logs / "prepare.log").read_text()


def test_a_server_that_cannot_start_names_the_reason_and_leaves_no_process(root, folder):
    (root / "stages" / "tiny" / "site_of_tiny.py").write_text("raise RuntimeError('no such luck')\n")

    with pytest.raises(StageError, match=r"web does not start: RuntimeError: no such luck; its log: .*web\.log"):
        runner.up("tiny")

    assert of_stage(folder.path) == []
    assert runner.status() == {}


def test_a_server_that_is_never_ready_is_given_up(root, folder, monkeypatch):
    (root / "stages" / "tiny" / "not-ready").touch()
    monkeypatch.setattr(readiness, "READY_SECONDS", 2.0)

    with pytest.raises(StageError, match="tiny is not ready after 2 s"):
        runner.up("tiny")

    assert of_stage(folder.path) == []


def test_a_mistake_in_supervisords_file_is_named(root, folder):
    file = root / "stages" / "tiny" / "supervisord.conf"
    file.write_text(file.read_text().replace("autorestart=true", "autorestart=perhaps"))

    with pytest.raises(StageError, match=r"supervisord does not start: .*perhaps"):
        runner.up("tiny")

    assert of_stage(folder.path) == []


def test_a_file_in_the_place_of_the_data_is_named_and_kept(root):
    (root / "var").write_text("mine")

    with pytest.raises(StageError, match="var"):
        runner.up("tiny")

    assert (root / "var").read_text() == "mine"


def test_a_full_disk_is_one_line(root, folder, monkeypatch):
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("clever.runner.envfile.os.fsync", full)

    with pytest.raises(StageError, match=r"var/tiny: No space left on device"):
        runner.up("tiny")

    assert not folder.secrets.exists()


def test_an_interrupted_start_leaves_no_process(root, folder):
    def interrupt(step: runner.Step) -> None:
        if step.what == "wait until it is ready":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        runner.up("tiny", progress=interrupt)

    assert of_stage(folder.path) == []
    assert read_record(folder) is None


def test_an_up_after_supervisord_was_killed_ends_what_it_left_and_starts_afresh(root, folder):
    runner.up("tiny")
    orphans = {process.pid for process in of_stage(folder.path)}
    record = read_record(folder)
    os.kill(record.pid, signal.SIGKILL)

    running = runner.up("tiny")

    assert not running.reused
    assert not orphans & {process.pid for process in of_stage(folder.path)}


def test_an_up_heals_a_stage_whose_server_is_stopped(root, folder):
    running = runner.up("tiny")
    for process in of_stage(folder.path):
        if process.pid != read_record(folder).pid:
            process.suspend()
    assert not runner.status()["tiny"]["ready"]

    assert runner.up("tiny").reused
    assert httpx2.get(f"{running.url}/greeting/").text == "hello"


def test_paths_with_spaces_and_percent_signs_do_no_harm(tmp_path_factory, another_stage):
    root = tmp_path_factory.mktemp("50% of a folder")
    shutil.copytree(another_stage.parent, root / "stages")

    running = runner.up("other", root=root)
    try:
        assert httpx2.get(f"{running.url}/greeting/").text == "hello"
        assert (root / "var" / "other" / "logs" / "web.log").exists()
    finally:
        runner.down("other", root=root)


def test_a_stage_is_not_reused_once_its_cache_is_gone(root):
    with socket.create_server(("127.0.0.1", 0)) as cache:
        runner.up("tiny", settings={"CACHE_URL": f"redis://:secret@127.0.0.1:{cache.getsockname()[1]}/0"})
        assert runner.up("tiny").reused

    running = runner.up("tiny")

    assert not running.reused
    assert "CACHE_URL" not in environment(running)


def test_settings_of_one_start_overrule_the_shell(root, monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "ERROR")
    monkeypatch.setenv("TIME_ZONE", "Asia/Tokyo")

    seen = environment(runner.up("tiny", settings={"LOG_LEVEL": "DEBUG", "TIME_ZONE": ""}))

    assert seen["LOG_LEVEL"] == "DEBUG"
    assert "TIME_ZONE" not in seen


def test_afresh_restarts_only_what_runs_otherwise(root):
    wish = {"settings": {"LOG_LEVEL": "DEBUG"}, "afresh": True}
    runner.up("tiny", **wish)

    assert runner.up("tiny", **wish).reused
    assert not runner.up("tiny", afresh=True).reused
    assert runner.up("tiny", afresh=True).reused


def test_a_setting_that_a_start_does_not_decide_is_named(root, folder):
    with pytest.raises(StageError, match=r"SECURE is .* a start of tiny decides; .*: CACHE_URL, .*, DATABASE_URL"):
        runner.up("tiny", settings={"SECURE": "1"})

    assert of_stage(folder.path) == []
