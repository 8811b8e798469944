import json
from pathlib import Path

import pytest

from clever.acceptance.addresses import Addresses, NoStage, read_map

SPLIT = Addresses(
    stage="split",
    url="http://127.0.0.1:8080",
    services={
        "coupon": "http://127.0.0.1:8003",
        "notice": "http://127.0.0.1:8004",
        "link": "http://127.0.0.1:8005",
        "backoffice": "http://127.0.0.1:8009",
    },
)


@pytest.mark.parametrize(
    ("path", "port"),
    [
        ("/api/coupon/campaigns", 8003),
        ("/api/openapi.json", 8080),
        ("/board/", 8004),
        ("/l/summer", 8005),
        ("/admin/login/", 8009),
        ("/staff/notices/", 8009),
        ("/healthz", 8080),
    ],
)
def test_each_path_is_at_its_services_address(path: str, port: int) -> None:
    assert SPLIT.of(path) == f"http://127.0.0.1:{port}"


def test_where_one_process_is_everything_every_path_is_there() -> None:
    monolith = Addresses("monolith", "http://127.0.0.1:8000", {"coupon": "http://127.0.0.1:8000"})

    assert {monolith.of(path) for path in ("/api/coupon/x", "/board/", "/admin/", "/")} == {"http://127.0.0.1:8000"}


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    stages = {
        name: {"url": f"http://127.0.0.1:{port}", "services": {"vid": f"http://127.0.0.1:{port}"}, "ready": True}
        for name, port in (("monolith", 8000), ("split", 8080))
    }
    file = tmp_path / "status.json"
    file.write_text(json.dumps(stages))
    return file


def test_a_stage_is_read_by_its_name(map_file: Path) -> None:
    assert read_map(map_file, "split").url == "http://127.0.0.1:8080"


def test_the_only_stage_needs_no_name(tmp_path: Path) -> None:
    file = tmp_path / "status.json"
    file.write_text('{"monolith": {"url": "http://127.0.0.1:8000", "services": {}, "ready": true}}')

    assert read_map(file).stage == "monolith"


@pytest.mark.parametrize("stage", ["", "swarm"])
def test_a_stage_that_is_not_in_the_map_is_named_with_those_that_are(map_file: Path, stage: str) -> None:
    with pytest.raises(NoStage, match=r"there are: monolith, split"):
        read_map(map_file, stage)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"monolith": {}}', '{"monolith": {"url": "x", "services": 7}}'])
def test_a_file_that_is_no_map_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "status.json"
    file.write_text(text)

    with pytest.raises(NoStage, match=r"status\.json"):
        read_map(file, "monolith")


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoStage, match=r"nothing\.json"):
        read_map(tmp_path / "nothing.json")
