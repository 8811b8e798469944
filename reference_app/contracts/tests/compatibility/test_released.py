"""What has been recorded."""

from pathlib import Path

import pytest

from clever.contracts.compatibility.errors import ContractsError
from clever.contracts.compatibility.released import Released, write

from .descriptions import kettle


def test_what_is_written_is_read_and_fresh(tmp_path: Path) -> None:
    write(tmp_path / "released", {"kettle": kettle()})

    recorded = Released.at(tmp_path / "released")

    assert recorded.descriptions == {"kettle": kettle()}
    assert recorded.stale({"kettle": kettle()}) == []


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    recorded = Released.at(tmp_path / "released")

    assert recorded.descriptions == {}
    assert recorded.breaks == []


def test_what_is_new_gone_or_otherwise_is_stale(tmp_path: Path) -> None:
    write(tmp_path, {"kettle": kettle(), "pot": kettle(), "spoon": kettle()})

    stale = Released.at(tmp_path).stale({"kettle": kettle(), "pot": kettle(deprecated=True), "cup": kettle()})

    assert stale == ["cup", "pot", "spoon"]


def test_a_file_that_means_the_same_and_is_written_otherwise_is_stale(tmp_path: Path) -> None:
    write(tmp_path, {"kettle": kettle()})
    file = tmp_path / "kettle.json"
    file.write_text(file.read_text().replace("\n", ""))

    assert Released.at(tmp_path).stale({"kettle": kettle()}) == ["kettle"]


def test_the_file_of_a_service_that_is_gone_goes_too_and_all_else_stays(tmp_path: Path) -> None:
    (tmp_path / "breaks.toml").touch()
    write(tmp_path, {"kettle": kettle(), "pot": kettle()})

    write(tmp_path, {"kettle": kettle()})

    assert sorted(file.name for file in tmp_path.iterdir()) == ["breaks.toml", "kettle.json"]


def test_what_a_machine_has_left_there_is_no_record(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_bytes(b"\xff\xfe")
    write(tmp_path, {"kettle": kettle()})

    assert list(Released.at(tmp_path).files) == ["kettle.json"]


def test_a_file_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "kettle.json").write_text("<<<<<<<")

    with pytest.raises(ContractsError, match=r"released/kettle\.json is no JSON"):
        _ = Released.at(tmp_path).descriptions
