from pathlib import Path

import pytest

from clever.runner.engines import programs
from clever.runner.engines.programs import Programs
from clever.runner.engines.redis import find_redis
from clever.runner.errors import StageError
from clever.runner.nginx import find_nginx


@pytest.fixture(autouse=True)
def nothing_pretended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(programs.WITHOUT, raising=False)


def program(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.touch(mode=0o755)
    return file


def on_path(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    monkeypatch.setenv("PATH", ":".join(map(str, folders)))


def test_what_is_on_the_path_goes_before_what_is_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aside = program(tmp_path / "aside", "made-up")
    wanted = Programs(("made-up",), folders=(str(tmp_path / "aside"),))
    assert programs.find_any(wanted) == aside

    first = program(tmp_path / "bin", "made-up")
    on_path(monkeypatch, tmp_path / "bin")

    assert programs.find_any(wanted) == first


def test_any_of_its_names_will_do_and_the_first_goes_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_path(monkeypatch, tmp_path)
    other = program(tmp_path, "made-up-fork")
    assert programs.find_any(Programs(("made-up", "made-up-fork"))) == other

    usual = program(tmp_path, "made-up")

    assert programs.find_any(Programs(("made-up", "made-up-fork"))) == usual


def test_without_what_belongs_beside_it_an_engine_is_of_no_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_path(monkeypatch, tmp_path)
    server = program(tmp_path, "made-up-server")
    wanted = Programs(("made-up-server",), beside=("made-up-client",))
    assert programs.find_any(wanted) is None

    program(tmp_path, "made-up-client")

    assert programs.find_any(wanted) == server


def test_each_version_is_found_and_none_where_its_absence_is_pretended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = [program(tmp_path / version, "made-up") for version in ("9", "15")]
    monkeypatch.setitem(programs.ENGINES, "made-up", Programs(("made-up",), folders=(f"{tmp_path}/*",)))
    assert programs.find_each("made-up") == versions[::-1]

    monkeypatch.setenv(programs.WITHOUT, "made-up")

    assert programs.find_each("made-up") == []


def test_of_several_versions_the_newest_is_found(tmp_path: Path) -> None:
    program(tmp_path / "9/bin", "made-up")
    newest = program(tmp_path / "15/bin", "made-up")

    assert programs.find_any(Programs(("made-up",), folders=(f"{tmp_path}/*/bin",))) == newest


def test_an_absence_can_be_pretended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("nginx", "redis-server", "rsync"):
        program(tmp_path, name)
    on_path(monkeypatch, tmp_path)
    assert find_nginx() == str(tmp_path / "nginx")

    monkeypatch.setenv(programs.WITHOUT, "nginx, redis")

    assert find_nginx() is None
    assert find_redis() is None
    assert programs.missing(["rsync", "redis", "nginx"]) == ["redis", "nginx"]


def test_an_engine_that_nobody_knows_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StageError, match=r"^there is no engine 'ngnix'; there are: nginx, postgresql, "):
        programs.missing(["ngnix"])

    monkeypatch.setenv(programs.WITHOUT, "nginx redos")

    with pytest.raises(StageError, match=r"^WITHOUT_ENGINES: there is no engine 'redos'; there are: "):
        programs.find("nginx")
