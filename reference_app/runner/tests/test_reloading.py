"""New code for a stage that runs."""

import os
from pathlib import Path

import httpx2
import pytest

from clever import runner
from clever.runner.errors import StageError
from clever.runner.places import StageFolder
from clever.runner.processes import of_stage

pytestmark = [pytest.mark.live, pytest.mark.usefixtures("stopped_afterwards")]


@pytest.fixture
def code(root: Path) -> Path:
    """The file of the stage's application."""
    return root / "stages" / "tiny" / "site_of_tiny.py"


@pytest.fixture
def running(root: Path) -> runner.Running:
    return runner.up("tiny")


def greeting(running: runner.Running) -> str:
    return httpx2.get(f"{running.url}/greeting/", timeout=10).text


def greetings(running: runner.Running) -> set[str]:
    """What 20 requests are answered."""
    with httpx2.Client(timeout=10, trust_env=False) as browser:
        return {browser.get(f"{running.url}/greeting/").text for _ in range(20)}


def test_a_reload_takes_up_new_code_and_keeps_the_master(running, code, folder):
    before = {process.pid for process in of_stage(folder.path) if process.children()}
    code.write_text(code.read_text().replace('b"hello"', 'b"good day"'))
    assert greeting(running) == "hello"

    assert runner.reload("tiny") == ["web"]

    assert greeting(running) == "good day"
    assert {process.pid for process in of_stage(folder.path) if process.children()} == before


def test_code_that_does_not_start_is_named(running, code):
    code.write_text("raise RuntimeError('no such luck')\n")

    with pytest.raises(StageError, match=r"^web .*RuntimeError: no such luck; its log: .*web\.log$"):
        runner.reload("tiny")


@pytest.mark.usefixtures("nginx_installed")
def test_of_two_instances_the_second_keeps_its_code_where_the_first_does_not_come_back(root, code, monkeypatch):
    running = runner.up("tiny", nginx=True, instances=2)
    code.write_text("raise RuntimeError('no such luck')\n")

    with pytest.raises(StageError, match=r"^web .*no such luck"):
        runner.reload("tiny")

    assert greetings(running) == {"hello"}


@pytest.mark.usefixtures("nginx_installed")
def test_one_instance_can_be_reloaded_alone(root, code):
    running = runner.up("tiny", nginx=True, instances=2)
    code.write_text(code.read_text().replace('b"hello"', 'b"good day"'))

    assert runner.reload("tiny", program="web2") == ["web2"]
    assert greetings(running) == {"hello", "good day"}

    assert runner.reload("tiny") == ["web", "web2"]
    assert greetings(running) == {"good day"}


def test_an_unknown_program_is_answered_with_the_known_ones(running):
    with pytest.raises(StageError, match="tiny has no program 'gunicorn' to reload; there are: web"):
        runner.reload("tiny", program="gunicorn")


def test_a_stage_that_is_down_has_nothing_to_reload(root):
    with pytest.raises(StageError, match="tiny is not up, so there is nothing to reload; start it: inv up tiny"):
        runner.reload("tiny")


def test_a_program_that_nobody_connects_to_is_started_anew(root, folder):
    file = root / "stages" / "tiny" / "stage.toml"
    file.write_text(file.read_text().replace('web = "gunicorn"', 'web = "gunicorn", pending = "complete_pending"'))
    runner.up("tiny")
    before = followers(folder)

    assert runner.reload("tiny") == ["web", "pending"]

    assert len(before) == len(followers(folder)) == 1
    assert followers(folder) != before


def followers(folder: StageFolder) -> set[int]:
    return {process.pid for process in of_stage(folder.path) if "complete_pending" in process.cmdline()}


def test_a_reload_of_a_stage_whose_server_is_gone_says_so(running, folder, monkeypatch):
    monkeypatch.setattr("clever.runner.reloading.is_of_stage", lambda pid, path: False)

    with pytest.raises(StageError, match="web does not run, so it cannot be reloaded"):
        runner.reload("tiny")
    assert os.path.exists(folder.logs / "web.log")
