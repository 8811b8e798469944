from pathlib import Path

import pytest

from .engine import StandIn


@pytest.fixture
def stand_in(tmp_path: Path) -> StandIn:
    """An engine without a single image, whose registry is out of reach."""
    return StandIn.beneath(tmp_path / "engine")
