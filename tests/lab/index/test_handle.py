"""A private index takes wheels, keeps them as they are, and asks nobody else."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

import lab
from lab.index import Index
from lab.index.uv import Reach, uv

pytestmark = [pytest.mark.live, pytest.mark.engine("devpi")]

PROJECT = """[project]
name = "cups"
version = "{version}"
[build-system]
requires = ["uv_build>=0.9,<1"]
build-backend = "uv_build"
"""


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    with lab.private_index(another=True) as index:
        yield index


def cups(folder: Path, version: str, code: str = "") -> Path:
    place = folder / f"cups-{version}"
    (place / "src" / "cups").mkdir(parents=True, exist_ok=True)
    (place / "src" / "cups" / "__init__.py").write_text(code)
    (place / "pyproject.toml").write_text(PROJECT.format(version=version))
    return place


def test_versions_are_in_their_order_and_an_unknown_package_has_none(index: Index, tmp_path: Path) -> None:
    for version in ("1.10", "1.9"):
        assert index.publish(cups(tmp_path, version)) == f"cups=={version}"

    assert index.versions("cups") == ["1.9", "1.10"]
    assert index.versions("saucers") == []


def test_a_version_is_published_once_and_stays_what_it_is(index: Index, tmp_path: Path) -> None:
    index.publish(cups(tmp_path, "2.0"))
    index.publish(cups(tmp_path, "2.0"))

    with pytest.raises(lab.LabError, match=r"cups 2\.0 is there already, with other content"):
        index.publish(cups(tmp_path, "2.0", "TEA = True"))


def test_uv_installs_from_it_by_version(index: Index, tmp_path: Path) -> None:
    index.publish(cups(tmp_path, "3.0", "SIZE = 3"))
    uv("venv", "--python", sys.executable, tmp_path / "env")
    python = tmp_path / "env" / "bin" / "python"

    uv("pip", "install", "--python", python, "--default-index", index.url, "cups==3.0", reach=Reach.NAMED)

    said = subprocess.run([python, "-c", "import cups; print(cups.SIZE)"], capture_output=True, text=True)
    assert said.stdout == "3\n"


def test_what_is_not_on_it_is_not_fetched_from_elsewhere(index: Index, tmp_path: Path) -> None:
    uv("venv", "--python", sys.executable, tmp_path / "env")
    python = tmp_path / "env" / "bin" / "python"

    with pytest.raises(lab.LabError, match="django"):
        uv("pip", "install", "--python", python, "--default-index", index.url, "django", reach=Reach.NAMED)


def test_the_password_is_in_no_argument_and_in_nothing_that_is_shown(index: Index) -> None:
    server = psutil.Process(index.kept.pid)
    arguments = [" ".join(one.cmdline()) for one in [server, *server.parents()[:1], *server.children(recursive=True)]]

    assert index.password
    for shown in (*arguments, index.text(), index.html(), repr(index)):
        assert index.password not in shown


def test_it_ends_when_it_is_closed(index: Index) -> None:
    pid = index.kept.pid

    index.close()

    assert not psutil.pid_exists(pid)
    assert index.text() == "Private index is closed."
