import stat
from pathlib import Path

import pytest

from clever.runner.containers import configuration
from clever.runner.containers.naming import project_name
from clever.runner.envfile import write_env
from clever.runner.errors import StageError
from clever.runner.places import StageFolder
from clever.runner.stagefile import StageFile, load_stage

ROOT = Path(__file__).parents[3]


@pytest.fixture
def stage() -> StageFile:
    if not (ROOT / "stages" / "containers").is_dir():
        pytest.skip("there is no stage in containers in this project")
    return load_stage("containers", ROOT)


@pytest.fixture
def folder(tmp_path: Path) -> StageFolder:
    folder = StageFolder(tmp_path / "containers")
    folder.make()
    return folder


def ports(stage: StageFile) -> dict[str, int]:
    return {"nginx": 9000} | {name: 9001 + number for number, name in enumerate(stage.projects)}


def test_a_start_decides_addresses_and_what_plain_http_needs(stage, folder):
    values = configuration.variables(stage, folder, ports=ports(stage), given={})

    assert values["NGINX_ADDRESS"] == "127.0.0.1:9000"
    assert values["SECURE"] == "0"
    assert values["VID_PORT"] == str(ports(stage)["vid"])
    assert values["SECRETS"] == str(folder.run / "secrets")


def test_whoever_starts_it_may_set_what_the_example_explains_and_a_start_does_not_decide(stage, folder):
    given = {"PROJECT_CPUS": "0.25", "SECURE": "1", "PATH": "/bin", "LOG_LEVEL": ""}

    values = configuration.variables(stage, folder, ports=ports(stage), given=given)

    assert values["PROJECT_CPUS"] == "0.25"
    assert values["SECURE"] == "0"
    assert "PATH" not in values
    assert "LOG_LEVEL" not in values  # empty text means the default


def test_what_was_released_stays_released(stage, folder):
    write_env(configuration.release_file(folder), {"VID_IMAGE": "clever/vid:1.4.0"})

    values = configuration.variables(stage, folder, ports=ports(stage), given={})

    assert values["VID_IMAGE"] == "clever/vid:1.4.0"


def test_a_setting_that_is_none_is_refused_and_the_others_are_named(stage, folder):
    with pytest.raises(
        StageError, match=r"DATABASE_URL is no setting that a start of containers decides.*PROJECT_CPUS"
    ):
        configuration.with_settings(stage, folder, {}, {"DATABASE_URL": "sqlite:///x"})


def test_nginx_may_read_its_files_and_nothing_in_them_is_left_open(stage, folder):
    configuration.write_nginx(stage, folder)

    files = list(configuration.nginx_folder(folder).iterdir())
    assert {file.name for file in files} == {
        "nginx.conf",
        "upstreams.conf",
        "files.conf",
        "problems.conf",
        "inside.conf",
        "pins.conf",
    }
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o644
        assert "${" not in file.read_text()


def test_a_file_that_a_container_has_mounted_stays_the_same_file(stage, folder):
    configuration.write_nginx(stage, folder)
    pins = configuration.nginx_folder(folder) / "pins.conf"
    before = pins.stat().st_ino

    configuration.write_nginx(stage, folder)

    assert pins.stat().st_ino == before


def test_two_stages_with_the_same_name_share_nothing(tmp_path):
    here, there = StageFolder(tmp_path / "a" / "containers"), StageFolder(tmp_path / "b" / "containers")

    assert project_name("containers", here) != project_name("containers", there)
    assert project_name("containers", here).startswith("containers-")
