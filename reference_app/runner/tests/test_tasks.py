"""The tasks as a person runs them: another process, its exit status, and what it prints where."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import httpx2
import pytest

from clever import runner
from clever.runner.processes import of_stage
from clever.runner.tasks import namespace

pytestmark = [pytest.mark.live, pytest.mark.usefixtures("stopped_afterwards")]

Invoke = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(root: Path) -> list[str]:
    (root / "tasks.py").write_text("from clever.runner.tasks import namespace\n")
    return [sys.executable, "-m", "invoke"]


@pytest.fixture
def inv(command: list[str]) -> Invoke:
    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, *arguments], capture_output=True, text=True, timeout=60, env=os.environ | environment
        )

    return run


@pytest.fixture
def foreground(command: list[str]) -> Iterator[subprocess.Popen[str]]:
    """`inv up tiny`, followed as in a terminal, up to the line that says what Ctrl-C does."""
    process = subprocess.Popen([*command, "up", "tiny"], stdout=subprocess.PIPE, text=True, start_new_session=True)
    too_long = Timer(60, process.kill)  # a line that never comes is a test that fails, and not one that waits for ever
    too_long.start()
    yield process
    too_long.cancel()
    process.kill()
    process.communicate()


def read_until(process: subprocess.Popen[str], expected: str) -> str:
    assert process.stdout is not None
    seen = ""
    for line in process.stdout:
        seen += line
        if expected in line:
            return seen
    raise AssertionError(f"{expected!r} never came: {seen}")


def test_up_returns_when_the_stage_is_ready_and_says_how_to_get_in(inv):
    done = inv("up", "tiny", "--detach")

    url = runner.status()["tiny"]["url"]
    assert done.returncode == 0
    assert f"tiny is up: {url}/" in done.stdout
    assert f"{url}/greeting/" in done.stdout
    assert f"name admin, password {runner.read_credentials('tiny').staff_password}" in done.stdout
    assert "SECURE=0" in done.stdout


def test_no_other_secret_is_ever_printed(inv, folder):
    done = inv("up", "tiny", "--detach")

    hidden = [line.partition("=")[2] for line in folder.secrets.read_text().splitlines() if "STAFF" not in line]
    assert hidden
    assert not [secret for secret in hidden if secret in done.stdout + done.stderr]


def test_up_again_says_that_it_was_up(inv):
    inv("up", "tiny", "--detach")

    assert "tiny was up already" in inv("up", "tiny", "--detach").stdout


def test_status_as_json_is_json_and_nothing_else(inv):
    running = runner.up("tiny")

    done = inv("status", "--json")

    expected = {"tiny": {"url": running.url, "services": {"greeting": running.url}, "ready": True}}
    assert json.loads(done.stdout) == expected


def test_status_for_people_names_each_service(inv):
    running = runner.up("tiny")

    assert re.search(rf"tiny: {running.url} \(ready\)\n  greeting +{running.url}\n", inv("status").stdout)


def test_nothing_runs_after_down(inv, folder):
    runner.up("tiny")

    done = inv("down", "tiny")

    assert (done.returncode, done.stdout) == (0, "tiny is stopped\n")
    assert of_stage(folder.path) == []
    assert json.loads(inv("status", "--json").stdout) == {}


def test_data_is_forgotten_only_when_told(inv, folder):
    runner.up("tiny")

    assert inv("down", "tiny", "--forget-data").stdout == "tiny is stopped, its data is gone\n"
    assert not folder.path.exists()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["up", "zebra"], "unknown stage 'zebra'; there are: tiny"),
        (["down", "zebra"], "unknown stage 'zebra'; there are: tiny"),
        (["status", "--stage", "zebra"], "unknown stage 'zebra'; there are: tiny"),
        (["up", "tiny", "--port", "http"], "port 'http' is no number; choose one from 1024 to 65535"),
        (["up", "tiny", "--port", "70000"], "port 70000 does not exist; choose one from 1024 to 65535"),
    ],
)
def test_a_refusal_is_one_line_on_stderr_and_exit_status_1(inv, arguments, line):
    done = inv(*arguments)

    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{line}\n")


def test_a_taken_port_is_refused_in_one_line(inv, taken_port):
    done = inv("up", "tiny", "--port", str(taken_port))

    assert done.returncode == 1
    assert re.fullmatch(rf"port {taken_port} is taken by another program; .+\n", done.stderr)


def test_a_folder_that_cannot_be_written_is_refused_in_one_line(inv, root):
    (root / "var").symlink_to("/proc/self")  # not even root writes there

    done = inv("up", "tiny", "--detach")

    assert done.returncode == 1
    assert re.fullmatch(
        r".*/var/tiny: cannot keep the stage's data here \(.+\); make the folder writable\n", done.stderr
    )


def test_a_complaint_of_the_settings_is_one_line(inv, root):
    (root / "stages" / "tiny" / "fail-at-migrate").write_text("configuration: DATABASE_URL is malformed: no scheme\n")

    done = inv("up", "tiny", "--detach", DATABASE_URL="nonsense")

    assert (done.returncode, done.stderr) == (1, "configuration: DATABASE_URL is malformed: no scheme\n")


@pytest.mark.parametrize("name", ["up", "down", "status"])
def test_every_parameter_is_explained(name):
    task = namespace[name]

    assert [argument.name for argument in task.get_arguments() if not argument.help] == []
    assert task.__doc__


@pytest.mark.parametrize("arguments", [("up", "--help"), ("--help", "up"), ("up", "-h")])
def test_help_is_shown_wherever_it_is_asked_for(inv, arguments):
    done = inv(*arguments)

    assert done.returncode == 0
    assert "--port" in done.stdout


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_whatever_ends_the_foreground_ends_the_stage(foreground, folder, number):
    read_until(foreground, "Ctrl-C stops it")

    os.killpg(foreground.pid, number)

    assert foreground.wait(timeout=60) == 0
    assert of_stage(folder.path) == []


def test_a_second_ctrl_c_does_not_interrupt_the_clean_up(foreground, folder):
    read_until(foreground, "Ctrl-C stops it")

    os.killpg(foreground.pid, signal.SIGINT)
    read_until(foreground, "stopping tiny")
    os.killpg(foreground.pid, signal.SIGINT)

    assert foreground.wait(timeout=60) == 0
    assert of_stage(folder.path) == []


def test_a_start_that_is_interrupted_says_so_and_leaves_nothing(foreground, root, folder):
    # Never ready, so that the interruption meets it while it waits.
    (root / "stages" / "tiny" / "not-ready").touch()
    deadline = time.monotonic() + 30
    while not folder.record.exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)

    os.killpg(foreground.pid, signal.SIGINT)

    assert foreground.wait(timeout=60) == 1
    assert of_stage(folder.path) == []


def test_the_foreground_shows_the_logs(foreground, root):
    read_until(foreground, "Ctrl-C stops it")

    os.kill(next(p.pid for p in of_stage(root / "var" / "tiny") if "gunicorn" in p.cmdline()), signal.SIGHUP)

    assert "web         | " in read_until(foreground, "Hang up")


def test_who_only_looks_on_leaves_it_running(foreground, root):
    # The stage was up before, so the foreground starts nothing.
    running = runner.up("tiny")
    read_until(foreground, "Ctrl-C leaves it running")

    os.killpg(foreground.pid, signal.SIGINT)

    assert foreground.wait(timeout=60) == 0
    assert httpx2.get(f"{running.url}/greeting/").text == "hello"


def test_the_foreground_ends_when_the_stage_is_stopped_from_elsewhere(foreground, root):
    read_until(foreground, "Ctrl-C stops it")

    runner.down("tiny")

    assert foreground.wait(timeout=60) == 1


def test_reload_says_what_runs_the_new_code(inv, root):
    inv("up", "tiny", "--detach")
    code = root / "stages" / "tiny" / "site_of_tiny.py"
    code.write_text(code.read_text().replace('b"hello"', 'b"good day"'))

    done = inv("reload", "tiny")

    assert (done.returncode, done.stdout) == (0, "tiny runs the code as it is now: web\n")
    assert httpx2.get(f"{runner.status()['tiny']['url']}/greeting/").text == "good day"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["reload", "tiny"], "tiny is not up, so there is nothing to reload; start it: inv up tiny\n"),
        (
            ["up", "tiny", "--instances", "2"],
            "2 instances need nginx in front, to share the requests out; add --nginx\n",
        ),
    ],
)
def test_what_cannot_be_done_is_one_line(inv, arguments, complaint):
    done = inv(*arguments)

    assert (done.returncode, done.stderr) == (1, complaint)
