import shutil
from pathlib import Path

import pytest

from clever.runner.containers.images import pins
from clever.runner.errors import StageError
from clever.runner.places import find_root

ROOT = find_root(Path(__file__).parent)
FOLDER = Path(__file__).parents[4] / "stages/containers"

pytestmark = [
    pytest.mark.skipif(not FOLDER.is_dir(), reason="there is no stage in containers in this project"),
    pytest.mark.skipif(not (ROOT / "uv.lock").exists(), reason="the project is not locked"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The two files, in a folder of the project's that a test may write to."""
    for name in ("requirements.txt", "tools.txt"):
        shutil.copy(FOLDER / name, tmp_path)
    return tmp_path


def test_what_goes_into_the_images_is_what_the_project_is_locked_to():
    pins.check(ROOT, FOLDER)


def test_another_version_is_noticed_and_how_to_renew_it_is_said(folder):
    file = folder / "requirements.txt"
    file.write_text(file.read_text().replace("django==", "django==5."))

    with pytest.raises(StageError, match=r"/requirements.txt: other versions .*'inv images --pin'"):
        pins.check(ROOT, folder)


@pytest.mark.parametrize("name", ["requirements.txt", "tools.txt"])
def test_each_package_has_a_version_and_hashes_and_nobodys_address(name):
    text = (FOLDER / name).read_text()

    packages = [line for line in text.splitlines() if not line.startswith(" ")]
    assert packages
    assert all("==" in line and line.endswith("\\") for line in packages)
    assert "://" not in text
    assert "clever" not in text
