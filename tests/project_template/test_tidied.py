"""What the last hook does for the format of a new project, with a uv that only notes what it is asked."""

import runpy
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from tests.project_template.last_hook import HOOK, usual
from tests.project_template.rendering import rendered

type Tidy = Callable[[str], str]

NOTES = 'echo "$@" >> asked'


@pytest.fixture
def tidy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Tidy:
    """Run the hook in an empty folder, with a uv of this one line, or none. Gives what it says."""
    hook = tmp_path / "hook.py"
    hook.write_text(rendered(HOOK, **usual()), encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))

    def run(uv: str) -> str:
        if uv:
            (tmp_path / "uv").write_text(f"#!/bin/sh\n{uv}\n")
            (tmp_path / "uv").chmod(0o755)
        with chdir(tmp_path):
            runpy.run_path(str(hook), run_name="__main__")
        return capsys.readouterr().err

    return run


def test_uv_is_started_once_for_the_ruff_of_the_project(tidy: Tidy, tmp_path: Path) -> None:
    assert tidy(NOTES) == ""

    [asked] = (tmp_path / "asked").read_text().splitlines()
    assert f"--from ruff=={usual()['_ruff']} sh -c ruff check " in asked
    assert " && ruff format " in asked


@pytest.mark.parametrize(
    ("uv", "said"),
    [
        ("", "uv is not installed, so the code is not formatted yet. Later: uv run ruff check"),
        ("exit 1", "the code is not formatted yet (no reason given). Later: uv run ruff check"),
        ("echo one >&2; echo two >&2; exit 1", "the code is not formatted yet (two). Later: uv run ruff check"),
    ],
    ids=["no uv", "a uv that says nothing", "a uv that fails"],
)
def test_where_that_cannot_be_the_project_is_there_and_how_to_do_it_later_is_said(
    tidy: Tidy, uv: str, said: str
) -> None:
    [line] = tidy(uv).splitlines()

    assert said in line
