"""uv says why it refuses, and is not told what somebody told this machine."""

import pytest

from lab.errors import LabError
from lab.index.uv import uv


def test_the_last_cause_is_the_line(tmp_path) -> None:
    with pytest.raises(LabError, match=r"uv build: .+") as refused:
        uv("build", tmp_path)

    assert "\n" not in refused.value.line
    assert refused.value.detail


def test_settings_of_this_machine_stay_out(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setenv("UV_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("UV_PYTHON", "no-such-python")

    assert "uv" in uv("--version")
    with pytest.raises(LabError, match="a-package-of-nobody"):
        uv("pip", "install", "--dry-run", "--target", tmp_path, "a-package-of-nobody")
