"""Every test of the lab writes in a logbook of its own, and nobody walks unless the test says so."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


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
