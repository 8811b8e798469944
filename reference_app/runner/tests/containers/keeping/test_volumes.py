from pathlib import Path

import pytest

from clever.runner.containers.compose import Compose
from clever.runner.containers.configuration import write
from clever.runner.containers.keeping.volumes import put_in, take_out, volumes_of
from clever.runner.containers.starting import Wish
from clever.runner.errors import StageError
from clever.runner.secrets import ensure_secrets

TREE = {
    "services": {
        "app": {"volumes": ["uploads:/var/lib/clever/media"]},
        "office": {"volumes": [{"type": "volume", "source": "uploads", "target": "/var/lib/clever/media"}]},
        "nginx": {"volumes": ["./nginx:/etc/nginx:ro"]},
        "link": {},
    },
    "volumes": {"uploads": None},
}


def test_a_volume_is_told_from_a_folder_that_is_mounted():
    assert volumes_of(TREE, ["app", "office", "nginx", "link", "nobody"]) == {"app": "uploads", "office": "uploads"}


@pytest.fixture
def compose(house) -> Compose:
    """Of a stage whose variables are written down, as a start does it."""
    compose = Compose.of(house.stage, house.folder)
    wish = Wish(house.stage, house.folder, None, {})
    write(compose, wish.variables(wish.default_ports), ensure_secrets(house.stage, house.folder.secrets))
    return compose


def filled(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


@pytest.mark.live
@pytest.mark.engine("docker")
def test_what_is_put_in_takes_the_place_of_all_that_was_there(compose, tmp_path):
    put_in(compose, "uploads", filled(tmp_path / "one", a="1", b="2"))
    put_in(compose, "uploads", filled(tmp_path / "two", b="3", 가="4"))

    (tmp_path / "out").mkdir()
    take_out(compose, "uploads", tmp_path / "out")

    assert {file.name: file.read_text() for file in (tmp_path / "out").iterdir()} == {"b": "3", "가": "4"}


@pytest.mark.live
@pytest.mark.full
@pytest.mark.engine("docker")
def test_without_an_owner_in_the_images_recipe_nothing_is_written(compose, tmp_path):
    (compose.stage.folder / "Containerfile").write_text("FROM scratch\n")

    with pytest.raises(StageError, match=r"Containerfile: no line USER 10001:10001 says who owns uploaded files"):
        put_in(compose, "uploads", filled(tmp_path / "one", a="1"))


@pytest.mark.live
@pytest.mark.full
@pytest.mark.engine("docker")
def test_an_engine_that_fails_is_told_in_one_line(compose, tmp_path):
    compose.variables.write_text("POSTGRES_IMAGE=no image\n")

    with pytest.raises(StageError, match=r"the volume of uploaded files: docker: invalid reference format"):
        take_out(compose, "uploads", tmp_path)
    with pytest.raises(StageError, match=r"the volume of uploaded files: docker: invalid reference format"):
        put_in(compose, "uploads", filled(tmp_path / "one", a="1"))
