"""Which engine is here, by what its commands answer. They are stood in for by small scripts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clever.runner.containers import engine as engines
from clever.runner.containers.engine import Engine, find_engine, run, with_compose
from clever.runner.engines import programs
from clever.runner.errors import StageError

Installed = Callable[..., None]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installed:
    """`installed(docker="...")`: the commands that there are, each as a shell script that it runs."""

    def put(**scripts: str) -> None:
        places = {}
        for name, script in scripts.items():
            place = tmp_path / name.replace("_", "-")
            place.write_text(f"#!/bin/sh\n{script}\n")
            place.chmod(0o755)
            places[place.name] = place
        engine = places.get("docker") or places.get("podman")
        monkeypatch.setattr(programs, "find", lambda name: engine if name == "docker" else places.get(name))

    return put


SPEAKS = 'case "$1" in version) echo 24.0.7;; compose) echo v2.30;; esac'
MUTE = "echo 'Cannot connect to the daemon' >&2; exit 1"


def test_docker_with_its_own_compose_is_asked_for_it(installed: Installed):
    installed(docker=SPEAKS)

    engine = find_engine()

    assert (engine.name, engine.version) == ("docker", "24.0.7")
    assert engine.compose == (str(engine.program), "compose")


def test_without_its_plugin_docker_compose_is_a_command_by_itself(installed: Installed):
    installed(docker='[ "$1" = version ] && echo 20.10', docker_compose="echo 1.29.2")

    assert Path(find_engine().compose[0]).name == "docker-compose"


def test_podman_does_as_well(installed: Installed):
    installed(podman=SPEAKS)

    assert find_engine().name == "podman"


def test_without_an_engine_the_error_says_where_to_learn_more(installed: Installed):
    installed()

    with pytest.raises(StageError, match=r"neither docker nor podman is installed; `inv doctor`"):
        find_engine()


def test_one_that_does_not_answer_is_not_taken_for_one_that_does(installed: Installed):
    installed(docker=MUTE)

    with pytest.raises(StageError, match=r"docker is installed but does not answer \(Cannot connect.*\); start it: "):
        find_engine()
    engines.answers.cache_clear()
    assert not engines.answers()
    engines.answers.cache_clear()


def test_where_nothing_reads_a_compose_file_that_is_said(installed: Installed):
    installed(docker='[ "$1" = version ] && echo 20.10')

    with pytest.raises(StageError, match="docker has nothing that reads a compose file; install docker-compose"):
        with_compose(find_engine())


def test_an_engine_that_is_not_there_runs_nothing(installed: Installed):
    installed()

    assert not engines.any_runs("split")


def test_a_command_that_fails_says_why_in_one_line(installed: Installed, tmp_path: Path):
    installed(docker="echo working >&2; echo 'Error: no such container' >&2; exit 1")

    with pytest.raises(StageError, match=r"^docker container inspect: Error: no such container$"):
        Engine(tmp_path / "docker", "1").run("container", "inspect", "x")


def test_a_command_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(StageError, match=r"docker: cannot be run \(No such file or directory\)"):
        run([str(tmp_path / "docker")])


def test_what_an_engine_prints_as_json_is_read_as_one_list_or_a_line_each(installed: Installed, tmp_path: Path):
    installed(docker="""echo '{"a": 1}'; echo '{"a": 2}'""")
    assert Engine(tmp_path / "docker", "1").ask("ps") == [{"a": 1}, {"a": 2}]

    installed(docker="""echo '[{"a": 1}]'""")
    assert Engine(tmp_path / "docker", "1").ask("inspect") == [{"a": 1}]


def test_what_docker_refuses_is_told_and_not_how_to_ask_for_help():
    refused = """echo 'docker: it is taken'; echo; echo "Run 'docker run --help' for more information"; exit 125"""

    with pytest.raises(StageError, match=r"docker: it is taken$"):
        run(["sh", "-c", f"({refused}) >&2"])


@pytest.mark.parametrize(
    ("running", "single_commands", "runs"), [("a b", "b", True), ("b", "b", False), ("", "", False)]
)
def test_what_runs_a_single_command_is_not_the_stage(
    installed: Installed, running: str, single_commands: str, runs: bool
):
    listed = f'case "$*" in *oneoff*) echo {single_commands};; *) echo {running};; esac'
    installed(docker=f'case "$1" in version) echo 24.0.7;; ps) {listed};; *) exit 1;; esac')

    assert engines.any_runs("split") is runs
