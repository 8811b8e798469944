"""A machine on which nginx and redis are there, unless the test says otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clever.runner.engines import programs


@pytest.fixture
def without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretends that these engines, and no others, are missing."""
    for name in ("nginx", "redis-server"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(programs.WITHOUT, raising=False)
    return lambda *engines: monkeypatch.setenv(programs.WITHOUT, " ".join(engines))
