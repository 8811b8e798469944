from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    """An empty folder for files, for each test its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"
