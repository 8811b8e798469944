import json
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from clever import runner

pytestmark = pytest.mark.live

TWO_PROJECTS = """
name = "pair"
summary = "Two projects, of which one calls the other."

[seams]
BACK_URL = "${back}/api/back"

[projects.front]
settings = "front.settings"
wsgi = "site_of_pair"
port = %d
apps = ["front"]
processes = { front = "gunicorn" }

[projects.back]
settings = "back.settings"
wsgi = "site_of_pair"
port = %d
apps = ["back"]
processes = { back = "gunicorn" }
"""


def launch(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "clever.runner.launch", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30)


@pytest.fixture
def pair(root: Path, another_stage: Path) -> Path:
    """A stage of two projects, whose programs are started by launch."""
    folder = another_stage.rename(root / "stages" / "pair")
    ports = [runner.load_stage("tiny").projects["tiny"].port, runner.load_stage("tiny").nginx.port]
    (folder / "stage.toml").write_text(TWO_PROJECTS % tuple(ports))
    (folder / "site_of_other.py").rename(folder / "site_of_pair.py")
    head, web = (folder / "supervisord.conf").read_text().split("[program:web]")
    web = web.partition("; The second instance")[0].replace("site_of_other", "site_of_pair")
    programs = ""
    for name in ("front", "back"):
        launched = f'-m clever.runner.launch "%(ENV_RUN_FOLDER)s/{name}.env" "%(ENV_PYTHON)s" -m gunicorn'
        programs += f"[program:{name}]" + web.replace("-m gunicorn", launched).replace("web.log", f"{name}.log")
    (folder / "supervisord.conf").write_text(head + programs)
    return folder


@pytest.mark.usefixtures("stopped_afterwards")
def test_each_project_gets_its_own_secrets_and_the_address_of_the_other(pair):
    running = runner.up("pair")

    front, back = (httpx2.get(f"{running.services[name]}/environment").json() for name in ("front", "back"))

    assert running.url == running.services["front"] != running.services["back"]
    assert front["BACK_URL"] == f"{running.services['back']}/api/back"
    assert (front["DJANGO_SETTINGS_MODULE"], back["DJANGO_SETTINGS_MODULE"]) == ("front.settings", "back.settings")
    assert front["SECRET_KEY"] not in back.values()
    assert front["CALLER_SECRET"] not in back.values()


def test_a_command_gets_the_variables_of_the_file(tmp_path):
    (tmp_path / "some.env").write_text("GREETING=hello world\n")

    done = launch(tmp_path / "some.env", sys.executable, "-c", "import json, os; print(json.dumps(dict(os.environ)))")

    assert json.loads(done.stdout)["GREETING"] == "hello world"


def test_the_exit_status_is_the_commands_own(tmp_path):
    (tmp_path / "some.env").touch()

    assert launch(tmp_path / "some.env", sys.executable, "-c", "raise SystemExit(7)").returncode == 7


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "launch: needs an environment file and a command"),
        (["none.env", "true"], "launch: none.env: no such file; is the stage up?"),
        (["/dev/null", "no-such-program"], "launch: no-such-program: No such file or directory"),
    ],
)
def test_what_cannot_be_launched_is_said_in_one_line(arguments, complaint):
    done = launch(*arguments)

    assert (done.returncode, done.stderr) == (1, f"{complaint}\n")
