"""What of a project is read, and what is removed from it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clever.scaffolding.errors import Refused
from clever.scaffolding.growing import trees
from clever.scaffolding.growing.difference import Step


def write(root: Path, *places: str) -> None:
    for place in places:
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(place)


def test_every_file_is_read_by_its_place(tmp_path: Path) -> None:
    write(tmp_path, "tasks.py", "stages/split/stage.toml", ".github/workflows/check.yaml")
    (tmp_path / "logo.png").write_bytes(b"\0\xff")

    assert trees.read(tmp_path) == {
        ".github/workflows/check.yaml": b".github/workflows/check.yaml",
        "logo.png": b"\0\xff",
        "stages/split/stage.toml": b"stages/split/stage.toml",
        "tasks.py": b"tasks.py",
    }


@pytest.mark.parametrize(
    "place",
    [
        ".git/config",
        ".venv/bin/python",
        "var/monolith/secrets.env",
        "uv.lock",
        "services/tea/__pycache__/models.pyc",
        ".mypy_cache/3.13/tea.json",
    ],
)
def test_what_running_leaves_behind_is_not_read(tmp_path: Path, place: str) -> None:
    write(tmp_path, "kept.py", place)

    assert [*trees.read(tmp_path)] == ["kept.py"]


def test_what_lies_elsewhere_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/file.txt", "project/kept.py")
    (tmp_path / "project/file.txt").symlink_to(tmp_path / "elsewhere/file.txt")
    (tmp_path / "project/folder").symlink_to(tmp_path / "elsewhere")

    assert [*trees.read(tmp_path / "project")] == ["kept.py"]


def test_a_new_program_is_one_here_too_for_whoever_may_read_it(tmp_path: Path) -> None:
    write(tmp_path, "baked/start.sh", "baked/notes.txt", "project/start.sh", "project/notes.txt")
    (tmp_path / "baked/start.sh").chmod(0o755)
    (tmp_path / "project/start.sh").chmod(0o640)

    step = Step(executable=trees.executable(["notes.txt", "start.sh"], tmp_path / "baked"))
    trees.make_executable(step, tmp_path / "project")

    assert (tmp_path / "project/start.sh").stat().st_mode & 0o777 == 0o750
    assert not (tmp_path / "project/notes.txt").stat().st_mode & 0o111


def test_what_is_committed_may_be_changed(project: Path, commit: Callable[[], None]) -> None:
    commit()
    write(project, "var/monolith/secrets.env")  # which git is told to leave alone

    trees.must_be_committed(project)


@pytest.mark.parametrize("place", ["README.md", "new.txt"])
def test_what_is_not_committed_is_refused(project: Path, commit: Callable[[], None], place: str) -> None:
    commit()
    write(project, place)

    with pytest.raises(Refused, match="changes that are not committed; commit them first"):
        trees.must_be_committed(project)


def test_a_project_that_is_not_kept_in_git_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))  # whatever the folder of tests is in

    with pytest.raises(Refused, match="not kept in git; begin with git init and a commit"):
        trees.must_be_committed(project)


def test_a_machine_without_git_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)

    with pytest.raises(Refused, match="git is not installed; install it"):
        trees.must_be_committed(project)


def test_what_is_removed_leaves_no_empty_folder_and_nothing_else_goes(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c/file.txt", "a/b/d/file.txt", "a/kept.txt", "e/file.txt")

    trees.remove(Step(removed=["a/b/c/file.txt", "a/b/d/file.txt", "e/file.txt"]), tmp_path)

    assert sorted(tmp_path.rglob("*")) == [tmp_path / "a", tmp_path / "a/kept.txt"]


def test_what_was_compiled_goes_with_the_last_file_of_its_folder(tmp_path: Path) -> None:
    write(tmp_path, "a/b/gone.py", "a/b/__pycache__/gone.pyc", "a/kept.py", "a/__pycache__/kept.pyc")

    trees.remove(Step(removed=["a/b/gone.py"]), tmp_path)

    assert not (tmp_path / "a/b").exists()
    assert (tmp_path / "a/__pycache__/kept.pyc").exists()


def test_what_is_gone_already_is_no_error(tmp_path: Path) -> None:
    write(tmp_path, "a/kept.txt")

    trees.remove(Step(removed=["a/gone.txt"]), tmp_path)

    assert (tmp_path / "a/kept.txt").exists()


def test_the_folder_of_the_project_stays_even_where_it_is_empty(tmp_path: Path) -> None:
    root = tmp_path / "project"
    write(root, "only.txt")

    trees.remove(Step(removed=["only.txt"]), root)

    assert root.is_dir()
