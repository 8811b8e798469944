from pathlib import Path

import pytest

from clever.runner.containers.air_gapped import debian
from clever.runner.containers.air_gapped.making import TAGS, make_all
from clever.runner.engines.programs import WITHOUT
from clever.runner.errors import StageError

FOLDER = Path(__file__).parents[4] / "stages/containers/air_gapped"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="there is no stage in containers in this project")


def test_where_debian_is_there_the_others_are_made_of_it(stand_in):
    stand_in.has(debian.TAG)

    list(make_all(stand_in.engine, FOLDER))

    assert stand_in.built() == [*TAGS.values()]


def test_what_is_there_is_not_made_again(stand_in):
    stand_in.has(debian.TAG)
    list(make_all(stand_in.engine, FOLDER))
    stand_in.built()

    list(make_all(stand_in.engine, FOLDER))

    assert stand_in.built() == []


def test_what_came_from_a_registry_is_left_as_it_is(stand_in):
    stand_in.has(debian.TAG)
    stand_in.has("postgres:17")

    list(make_all(stand_in.engine, FOLDER))

    assert "postgres:17" not in stand_in.built()


def test_what_we_made_of_something_else_is_made_again(stand_in):
    stand_in.has(debian.TAG)
    list(make_all(stand_in.engine, FOLDER))
    stand_in.built()
    stand_in.has("redis:8.0", **{"clever.sources": "of yesterday"})

    list(make_all(stand_in.engine, FOLDER))

    assert stand_in.built() == ["redis:8.0"]


def test_who_is_not_root_is_told_so_in_one_line(stand_in, monkeypatch):
    monkeypatch.setattr(debian.programs, "find", lambda engine: Path("/usr/sbin/debootstrap"))
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with pytest.raises(StageError, match=r"^debootstrap makes base images as root only; run it again with sudo$"):
        list(make_all(stand_in.engine, FOLDER))


def test_without_debootstrap_one_line_says_how_to_get_it(stand_in, monkeypatch):
    monkeypatch.setenv(WITHOUT, "debootstrap")

    with pytest.raises(StageError, match=r"^debootstrap is not installed, .*`inv doctor`"):
        list(make_all(stand_in.engine, FOLDER))


def test_the_tags_are_those_that_compose_and_the_containerfiles_ask_for():
    asked = "\n".join(
        file.read_text()
        for file in [
            *FOLDER.parent.glob("compose*.yaml"),
            *FOLDER.parent.glob("*Containerfile"),
        ]
    )

    assert [tag for tag in TAGS.values() if tag not in asked] == []


@pytest.mark.parametrize("name", TAGS)
def test_each_has_a_folder_with_its_containerfile(name):
    assert (FOLDER / name / "Containerfile").exists()
