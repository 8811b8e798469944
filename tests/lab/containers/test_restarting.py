from pathlib import Path
from types import SimpleNamespace

import pytest

import lab
from clever.runner.envfile import read_env, write_env
from lab.containers import restarting

CONTAINERS = lab.Stage("containers", "http://127.0.0.1:1", {})


def test_a_release_is_forgotten_by_the_next_start_and_by_compose(tmp_path: Path):
    compose = SimpleNamespace(folder=SimpleNamespace(path=tmp_path), variables=tmp_path / "compose.env")
    write_env(tmp_path / "release.env", {"NOTICE_IMAGE": "shop/notice@sha256:5e", "LINK_IMAGE": "clever/link:2"})
    write_env(compose.variables, {"NOTICE_IMAGE": "shop/notice@sha256:5e", "SECURE": "0"})

    assert restarting._forget_release(compose, "NOTICE_IMAGE") == "shop/notice@sha256:5e"

    assert read_env(tmp_path / "release.env") == {"LINK_IMAGE": "clever/link:2"}
    assert read_env(compose.variables) == {"SECURE": "0"}
    assert restarting._forget_release(compose, "NOTICE_IMAGE") == ""


@pytest.mark.engine("docker")
@pytest.mark.engine("docker-compose")
def test_a_service_that_the_stage_has_not_is_named():
    with pytest.raises(lab.LabError, match=r"containers has no service 'notcie': there are .*notice"):
        lab.containers.restart(CONTAINERS, "notcie")
    with pytest.raises(lab.LabError, match="containers has no service 'notcie'"):
        lab.containers.serving(CONTAINERS, "notcie")


@pytest.mark.engine("docker")
@pytest.mark.engine("docker-compose")
def test_a_stage_that_is_down_is_started_first():
    with pytest.raises(lab.LabError, match=r'containers is not up: start it with lab.up\("containers"\)'):
        lab.containers.restart(CONTAINERS, "notice")
    with pytest.raises(lab.LabError, match=r"notice of containers does not run"):
        lab.containers.serving(CONTAINERS, "notice")
