"""A folder becomes a wheel, or it is said why not."""

from pathlib import Path

import pytest

from lab.errors import LabError
from lab.index.wheels import build
from lab.where import REFERENCE_APP


def test_a_service_of_the_reference_app_becomes_a_wheel(tmp_path: Path) -> None:
    wheel = build(REFERENCE_APP / "services" / "vid", tmp_path)

    assert wheel.parent == tmp_path
    assert wheel.name.startswith("clever_service_vid-")


def test_a_folder_without_a_project_is_said(tmp_path: Path) -> None:
    with pytest.raises(LabError, match=r"there is no pyproject\.toml"):
        build(tmp_path, tmp_path)
