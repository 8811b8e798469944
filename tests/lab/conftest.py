"""Every test of the lab writes in a logbook of its own, and nobody walks unless the test says so."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import lab


@pytest.fixture(autouse=True)
def logbook_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's logbook. It does not exist yet."""
    file = tmp_path / "logbook.jsonl"
    monkeypatch.setenv("LAB_LOGBOOK", str(file))
    monkeypatch.delenv("LAB_WALK", raising=False)
    return file


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[dict[str, Any]]]:
    """Makes this test a walk. Call it for the events so far."""
    file = tmp_path / "events.jsonl"
    monkeypatch.setenv("LAB_WALK", str(file))
    return lambda: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


@pytest.fixture(scope="session")
def monolith() -> Iterator[lab.Stage]:
    """The monolith on SQLite, for all tests of the lab that need one. Each leaves it well."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("DATABASE_URL", "CACHE_URL"):
            environment.delenv(name, raising=False)
        yield lab.up("monolith")
        lab.down("monolith")
