"""The process files of each real stage say the same as its stage.toml."""

import configparser
import re
import shlex
from pathlib import Path

import pytest

from clever.runner.environment import placeholders
from clever.runner.nginx import configuration, render_all
from clever.runner.places import StageFolder
from clever.runner.stagefile import StageFile, known_stages, load_stage

ROOT = Path(__file__).parents[2]
# Those that run by a compose file have tests of their own.
STAGES = [name for name in known_stages(ROOT) if load_stage(name, ROOT).compose is None]


@pytest.fixture(params=STAGES)
def stage(request: pytest.FixtureRequest) -> StageFile:
    return load_stage(request.param, ROOT)


def supervisord_files(stage: StageFile) -> list[Path]:
    """The stage's supervisord.conf, and what it includes."""
    file = stage.folder / "supervisord.conf"
    parser = configparser.RawConfigParser()
    parser.read(file)
    return [file, *(file.parent / name for name in parser.get("include", "files", fallback="").split())]


@pytest.fixture
def programs(stage: StageFile) -> dict[str, configparser.SectionProxy]:
    parser = configparser.RawConfigParser()
    parser.read(supervisord_files(stage))
    sections = [name for name in parser.sections() if name.startswith("program:")]
    return {name.removeprefix("program:"): parser[name] for name in sections}


@pytest.fixture
def values(stage: StageFile, tmp_path: Path) -> dict[str, str]:
    ports = {name: project.port for name, project in stage.projects.items()}
    if stage.nginx:
        ports["nginx"] = stage.nginx.port
    folder = StageFolder.of(stage.name, tmp_path)
    return placeholders(stage, folder, ports=ports, nginx="/usr/sbin/nginx", sockets="/tmp/clever-x")


def test_there_are_stages():
    assert STAGES


def test_supervisord_runs_the_processes_of_the_stage(stage, programs):
    assert {*programs} - {"nginx"} == {*stage.processes, *stage.instances}
    assert ("nginx" in programs) == (stage.nginx is not None)


def test_each_process_serves_its_projects_wsgi(stage, programs):
    for project in stage.projects.values():
        for process, kind in project.processes.items():
            if kind == "gunicorn":
                assert shlex.split(programs[process]["command"])[-1] == project.wsgi


def test_a_further_instance_is_the_same_program_on_a_port_of_its_own_and_starts_only_when_wanted(stage, programs):
    for project in stage.projects.values():
        first = next(process for process, kind in project.processes.items() if kind == "gunicorn")
        for instance in project.instances:
            ours, its = dict(programs[instance]), dict(programs[first])
            bind = f"--bind 127.0.0.1:%(ENV_{instance.upper()}_PORT)s "

            assert ours.pop("autostart") == f"%(ENV_{instance.upper()}_WANTED)s"
            assert bind in ours["command"]
            ours["command"] = ours["command"].replace(bind, "")
            assert ours == its | {"stdout_logfile": f"logs/{instance}.log"}


def test_signals_go_to_whole_groups_and_no_program_is_given_up(programs):
    for program in programs.values():
        assert (program["stopasgroup"], program["killasgroup"]) == ("true", "true")
        assert int(program["startretries"]) > 100_000


def test_requests_under_way_may_end_before_a_program_is_killed(stage, programs):
    gunicorn: dict[str, object] = {}
    exec((stage.sources / "gunicorn.conf.py").read_text(), gunicorn)

    for process in [*stage.processes, *stage.instances]:
        assert int(programs[process]["stopwaitsecs"]) > gunicorn["graceful_timeout"]


def test_every_placeholder_of_supervisord_is_filled_in(stage, values):
    text = "".join(file.read_text() for file in supervisord_files(stage))
    wanted = set(re.findall(r"%\(ENV_(\w+)\)s", text))

    assert wanted
    assert wanted <= values.keys()


def test_nginx_is_rendered_with_the_stages_ports(stage, values):
    if stage.nginx is None:
        pytest.skip("this stage has no nginx")

    text = "".join(render_all(configuration(stage.layers), values).values())

    assert f"listen 127.0.0.1:{stage.nginx.port};" in text
    # What serves no path of its own is for services, which ask it directly.
    for project in stage.projects.values():
        found = re.search(rf"^ *server 127.0.0.1:{project.port} ", text, re.MULTILINE)
        assert bool(found) is bool(project.serves)


@pytest.mark.parametrize("wanted", [True, False])
def test_nginx_asks_a_further_instance_only_where_it_runs(stage, tmp_path, wanted):
    if not stage.instances:
        pytest.skip("this stage has no further instances")
    ports = {name: project.port for name, project in stage.projects.items()} | {"nginx": 8080}
    ports |= stage.instances if wanted else {}
    values = placeholders(stage, StageFolder.of("x", tmp_path), ports=ports, nginx="/nginx", sockets="/tmp/clever-x")

    text = "".join(render_all(configuration(stage.layers), values).values())

    for port in stage.instances.values():
        assert bool(re.search(rf"^ *server 127.0.0.1:{port} ", text, re.MULTILINE)) is wanted
