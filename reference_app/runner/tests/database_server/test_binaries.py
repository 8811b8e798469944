import re

import pytest

from clever.runner.database_server import binaries
from clever.runner.database_server.binaries import binaries_for
from clever.runner.engines import programs
from clever.runner.errors import StageError


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Two versions, each in a folder of its own as Debian has them, the newer one found first."""
    places = [tmp_path / "17" / "initdb", tmp_path / "15" / "initdb"]
    for place in places:
        place.parent.mkdir()
        place.write_text(f"#!/bin/sh\necho 'initdb (PostgreSQL) {place.parent.name}.4 (Debian 1-1)'\n")
        place.chmod(0o700)
    monkeypatch.setattr(binaries, "find_binaries", lambda: places[0].parent)
    monkeypatch.setattr(binaries, "find_each", lambda engine: places)


@pytest.fixture
def data(folder):
    folder.postgresql.joinpath("data").mkdir(parents=True)
    return folder.postgresql / "data"


def test_new_data_is_the_newest_versions(installed, tiny, folder, tmp_path):
    assert binaries_for(tiny, folder.postgresql / "data", ["tiny"]) == tmp_path / "17"


@pytest.mark.parametrize("version", ["15", "17"])
def test_data_that_is_there_stays_with_its_version(installed, tiny, data, tmp_path, version):
    (data / "PG_VERSION").write_text(f"{version}\n")

    assert binaries_for(tiny, data, ["tiny"]) == tmp_path / version


def test_data_of_a_version_that_is_gone_names_it_and_the_way_out(installed, tiny, data):
    (data / "PG_VERSION").write_text("14\n")

    with pytest.raises(StageError) as raised:
        binaries_for(tiny, data, ["tiny"])

    assert str(raised.value) == (
        f"{data}: is of PostgreSQL 14, and installed is 15, 17; install 14 beside it; "
        "then inv backup tiny, inv down tiny --forget-data and inv restore bring it over"
    )


@pytest.mark.parametrize(
    ("stage", "addresses"),
    [
        ("tiny", "DATABASE_URL=postgresql://..."),
        ("pair", "TINY_DATABASE_URL=postgresql://..., CHOIR_DATABASE_URL=postgresql://..."),
    ],
)
def test_where_it_is_not_installed_one_line_says_how_to_do_without(request, folder, monkeypatch, stage, addresses):
    stage = request.getfixturevalue(stage)
    monkeypatch.setenv(programs.WITHOUT, "postgresql")

    said = f"{stage.name} keeps its data in PostgreSQL, and it is not installed; install it, or set {addresses}"
    with pytest.raises(StageError, match=f"^{re.escape(said)}$"):
        binaries_for(stage, folder.postgresql / "data", stage.databases)
