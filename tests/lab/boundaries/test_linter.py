"""What import-linter says reaches us as plain text, wherever it is asked."""

from pathlib import Path

import pytest

from lab.boundaries import linter
from lab.boundaries.linter import lint
from lab.errors import LabError

RULE = "[importlinter]\nroot_package = shop\n\n[importlinter:contract:x]\nname = x\ntype = layers\nlayers = shop.till\n"


def test_a_notebooks_wish_for_colours_does_not_reach_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    (tmp_path / ".importlinter").write_text(RULE, encoding="utf-8")
    (tmp_path / "shop").mkdir()
    for module in ("__init__", "till"):
        (tmp_path / "shop" / f"{module}.py").touch()

    said = lint(tmp_path, first=tmp_path)

    assert "x KEPT" in said
    assert "\x1b" not in said


def test_where_it_comes_to_no_end_it_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(linter, "SECONDS", 0.001)

    with pytest.raises(LabError, match="import-linter has not come to an end within"):
        lint(tmp_path, first=tmp_path)


def test_where_it_is_missing_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(linter.sys, "executable", str(tmp_path / "python"))

    with pytest.raises(LabError, match="import-linter is not installed"):
        lint(tmp_path, first=tmp_path)
