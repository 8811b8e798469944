"""What a project keeps goes along. What would move it for real is `inv move`, which has tests of its own."""

import stat
from pathlib import Path

import pytest

from clever.runner.places import StageFolder
from clever.scaffolding.errors import Refused
from clever.scaffolding.growing import carrying
from clever.scaffolding.growing.carrying import carry_over, install, set_aside

MOVE = """
from invoke import Exit, task

@task
def move(context, source, target, on=""):
    {body}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that keeps what it has in its own folder."""
    monkeypatch.delenv("STAGES_STATE")
    monkeypatch.delenv("UV", raising=False)
    return tmp_path


@pytest.fixture
def kept(root: Path) -> Path:
    """What the stage monolith keeps."""
    folder = StageFolder.of("monolith", root)
    folder.make()
    folder.secrets.write_text("")
    return folder.path


def moving(root: Path, body: str) -> None:
    (root / "tasks.py").write_text(MOVE.format(body=body))


def fake_uv(root: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    uv = root / "uv"
    uv.write_text(f"#!/bin/sh\n{body}\n")
    uv.chmod(uv.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("UV", str(uv))


def test_where_nothing_is_kept_nothing_is_run_and_nothing_said(root: Path) -> None:
    moving(root, "open('moved', 'w')")

    assert carry_over(root, "monolith", "split") == ""
    assert not (root / "moved").exists()


@pytest.mark.usefixtures("kept")
def test_what_is_said_of_the_move_is_handed_on(root: Path) -> None:
    moving(root, "print(f'{source} to {target}: 3 rows')")

    assert carry_over(root, "monolith", "split") == "monolith to split: 3 rows"


@pytest.mark.usefixtures("kept")
def test_what_the_target_is_to_be_on_is_handed_on(root: Path) -> None:
    moving(root, "print(f'on {on or 'what it ran on'}')")

    assert carry_over(root, "monolith", "composition") == "on what it ran on"
    assert carry_over(root, "monolith", "composition", "containers") == "on containers"


@pytest.mark.usefixtures("kept")
def test_what_nobody_has_installed_yet_is_found_where_it_lies(root: Path) -> None:
    for folder in ("permitting", "stages/split"):
        (root / folder).mkdir(parents=True)
        (root / folder / "pyproject.toml").touch()
        (root / folder / f"{Path(folder).name}_is_here.py").touch()
    moving(root, "import permitting_is_here, split_is_here; print('found')")

    assert carry_over(root, "monolith", "split") == "found"


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("raise Exit('monolith is running; stop it first: inv down monolith', code=1)", "monolith is running; stop it"),
        ("raise ValueError('no such table')", "ValueError: no such table"),
        ("raise SystemExit(3)", "it said nothing"),
    ],
    ids=["refused", "a traceback", "nothing"],
)
def test_a_move_that_fails_is_told_in_one_line(root: Path, kept: Path, body: str, said: str) -> None:
    moving(root, body)
    before = sorted(kept.rglob("*"))

    with pytest.raises(Refused, match=f"^what is kept cannot be moved: {said}") as refused:
        carry_over(root, "monolith", "split")

    assert len(str(refused.value).splitlines()) == 1
    assert sorted(kept.rglob("*")) == before


def test_what_was_moved_is_put_aside_as_it_was(root: Path, kept: Path) -> None:
    (kept / "secrets.env").write_text("KEY=1\n")

    said = set_aside(root, "monolith", "split")

    aside = root / "var/monolith-until-split"
    assert str(aside) in said
    assert (aside / "secrets.env").read_text() == "KEY=1\n"
    assert not kept.exists()


def test_volumes_stay_with_what_is_put_aside_and_it_is_told_how_they_go(
    root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def left(stage: str, folder: StageFolder) -> list[str]:
        asked.append((stage, folder.path.name))
        return ["monolith-1a2b3c_postgres-data", "monolith-1a2b3c_uploads"]

    monkeypatch.setattr(carrying, "volumes_left", left)

    said = set_aside(root, "monolith", "split")

    assert asked == [("monolith", "monolith-until-split")]
    assert said.endswith("docker volume rm monolith-1a2b3c_postgres-data monolith-1a2b3c_uploads")


def test_each_time_under_a_number_of_its_own(root: Path) -> None:
    for content in ("first", "second", "third"):
        (root / "var/monolith").mkdir(parents=True)
        (root / "var/monolith/file").write_text(content)
        set_aside(root, "monolith", "split")

    found = {folder.name: (folder / "file").read_text() for folder in (root / "var").iterdir()}
    assert found == {
        "monolith-until-split": "first",
        "monolith-until-split-2": "second",
        "monolith-until-split-3": "third",
    }


def test_what_was_never_there_is_not_put_aside(root: Path) -> None:
    assert set_aside(root, "monolith", "split") == ""
    assert not (root / "var").exists()


def test_the_environment_of_the_project_is_brought_up_to_date(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / ".venv").mkdir()
    fake_uv(root, monkeypatch, 'echo "$@" > asked')

    install(root)

    assert (root / "asked").read_text() == "sync --quiet\n"


def test_a_project_without_an_environment_of_its_own_gets_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_uv(root, monkeypatch, "touch asked")

    install(root)

    assert not (root / "asked").exists()


def test_where_uv_fails_that_is_told_in_one_line_and_that_the_step_is_taken(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".venv").mkdir()
    fake_uv(root, monkeypatch, "echo one >&2; echo 'no solution found' >&2; exit 1")

    with pytest.raises(Refused) as refused:
        install(root)

    assert str(refused.value) == "the step is taken, but uv cannot install what the new stage needs: no solution found"
