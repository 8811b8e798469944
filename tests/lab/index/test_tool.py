"""devpi is fetched whole or not at all, and where it cannot be had the lesson goes on."""

from pathlib import Path

import pytest

from clever.runner.engines import programs
from lab.errors import LabError
from lab.index import tool


def test_where_it_cannot_be_fetched_the_reason_is_said_and_nothing_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(*_: object, **__: object) -> str:
        raise LabError("uv pip: dns error")

    monkeypatch.setattr(programs, "find", lambda engine: None)
    monkeypatch.setattr(tool, "install", offline)

    found = tool.get_devpi()

    assert not found
    assert (
        found.text() == "devpi is not here, and could not be fetched: uv pip: dns error. The lesson goes on without it."
    )


def test_a_fetch_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def uv(*words: object, **_: object) -> str:
        if words[0] == "pip":
            raise LabError("uv pip: dns error")
        Path(str(words[-1])).mkdir(parents=True)
        return ""

    monkeypatch.setattr(tool, "uv", uv)

    with pytest.raises(LabError, match="dns error"):
        tool.install(tmp_path / "tools" / "devpi")

    assert list((tmp_path / "tools").iterdir()) == []


def test_pretending_that_it_is_missing_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(programs.WITHOUT, "devpi")
    monkeypatch.setattr(tool, "install", lambda: pytest.fail("it was fetched"))

    assert "WITHOUT_ENGINES says that it is missing" in tool.get_devpi().text()
    with pytest.raises(LabError, match=r"call lab\.get_devpi\(\) first"):
        tool.program("devpi-server")
