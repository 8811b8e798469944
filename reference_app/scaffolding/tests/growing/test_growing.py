"""A project at another stage: what is planned, and in which order it is done."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from clever.scaffolding.errors import Refused
from clever.scaffolding.growing import growing, trees
from clever.scaffolding.growing.difference import Step
from clever.scaffolding.growing.growing import look, plan, take
from clever.scaffolding.growing.memory import FILE, Memory
from clever.scaffolding.growing.own_services import Own, join_all

from .conftest import with_shipped_stages

START = "stages/split/split/start.sh"


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The files of the project as they are whenever its belongings are moved. The move leaves compiled files."""
    seen: list[list[str]] = []

    def carry_over(root: Path, source: str, target: str, on: str = "") -> str:
        seen.append([*trees.read(root)])
        compiled = root / f"stages/{target}/{target}/__pycache__/settings.pyc"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        compiled.touch()
        return f"{source} to {target}: 3 rows"

    monkeypatch.setattr(growing, "carry_over", carry_over)
    return seen


@pytest.fixture
def _unmovable(moved: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    leave_compiled = growing.carry_over

    def carry_over(root: Path, source: str, target: str, on: str = "") -> str:
        leave_compiled(root, source, target)
        raise Refused("what is kept cannot be moved: a row is lost")

    monkeypatch.setattr(growing, "carry_over", carry_over)


def test_what_differs_between_the_stages_is_the_step(project: Path, memory: Memory) -> None:
    step = plan(project, memory, "split")

    assert [*step.made] == [START, "stages/split/stage.toml"]
    assert step.executable == [START]
    assert [*step.changed] == ["README.md", ".cruft.json"]
    assert step.removed == ["stages/monolith/monolith/start.sh", "stages/monolith/stage.toml"]
    assert step.kept == step.conflicts == []


def test_what_somebody_has_changed_stays_and_so_does_what_somebody_has_made(project: Path, memory: Memory) -> None:
    readme = project / "README.md"
    readme.write_text(readme.read_text().replace("# Hello", "# Welcome"))
    (project / "stages/monolith/monolith/start.sh").write_text("#!/bin/bash\n")
    (project / "mine.txt").touch()

    step = plan(project, memory, "split")

    assert step.changed["README.md"].decode().startswith("# Welcome\n")
    assert step.changed["README.md"].decode().endswith("It is at split.\n")
    assert step.kept == ["stages/monolith/monolith/start.sh"]
    assert "mine.txt" not in {*step.made, *step.changed, *step.removed}


def test_a_service_that_has_joined_what_goes_joins_what_stays(
    memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stages = {"composition": ("split", "containers", "composition"), "split": ("split",)}
    monkeypatch.setattr(growing, "bake", lambda memory, into: with_shipped_stages(into, *stages[memory.stage]))
    project = with_shipped_stages(tmp_path / "project", *stages["composition"])
    join_all([Own("tea", (), "composition")], project, tmp_path / "made")

    step = plan(project, memory.at("composition"), "split")

    assert "stages/split/split/tea/settings.py" in step.made
    assert b"[projects.tea]" in step.changed["stages/split/stage.toml"]
    assert "stages/composition/composition/tea/settings.py" in step.removed
    assert step.kept == step.conflicts == []


def test_of_what_a_project_remembers_the_stage_alone_changes(project: Path, memory: Memory) -> None:
    file = project / FILE
    told = json.loads(file.read_text()) | {"commit": "c0ffee", "skip": ["docs"]}
    file.write_text(json.dumps(told))

    step = plan(project, memory, "split")

    grown = told | {"context": {"cookiecutter": memory.answers | {"stage": "split"}}}
    assert json.loads(step.changed[FILE]) == grown


def test_planning_changes_nothing(project: Path, memory: Memory) -> None:
    before = trees.read(project)

    plan(project, memory, "split")

    assert trees.read(project) == before


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("swarm", "there is no stage 'swarm'; there are: monolith, split, containers, composition"),
        ("monolith", "this project is at the stage monolith already"),
    ],
)
def test_a_stage_that_it_cannot_be_at_is_refused_before_anything_is_baked(
    project: Path, memory: Memory, stage: str, said: str
) -> None:
    gone = Memory("gone", memory.answers)

    with pytest.raises(Refused) as refused:
        plan(project, gone, stage)

    assert str(refused.value) == said


def test_only_what_git_could_bring_back_is_looked_at(project: Path, memory: Memory, commit: Callable[[], None]) -> None:
    commit()
    expected = plan(project, memory, "split")

    assert look(project, memory, "split") == expected
    (project / "README.md").write_text("")
    with pytest.raises(Refused, match="not committed"):
        look(project, memory, "split")


def test_what_is_new_is_there_before_the_move_and_what_is_old_until_after_it(
    project: Path, memory: Memory, moved: list[list[str]]
) -> None:
    step = plan(project, memory, "split")

    said = take(step, project, "monolith", "split")

    [during] = moved
    assert {*step.made, *step.removed} <= {*during}
    assert not {*step.removed} & {*trees.read(project)}
    assert not (project / "stages/monolith").exists()
    assert said == "monolith to split: 3 rows"


@pytest.mark.usefixtures("moved")
def test_a_project_that_has_grown_is_as_if_it_were_made_so(project: Path, memory: Memory) -> None:
    at_first = trees.read(project)

    take(plan(project, memory, "split"), project, "monolith", "split")

    assert Memory.of(project) == memory.at("split")
    assert os.access(project / START, os.X_OK)
    take(plan(project, memory.at("split"), "monolith"), project, "split", "monolith")
    assert trees.read(project) == at_first


@pytest.mark.usefixtures("moved")
def test_what_was_moved_is_put_aside_which_is_said_last(
    project: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAGES_STATE", str(project / "var"))
    (project / "var/monolith").mkdir(parents=True)

    said = take(plan(project, memory, "split"), project, "monolith", "split")

    assert said.splitlines()[0] == "monolith to split: 3 rows"
    assert "var/monolith-until-split" in said.splitlines()[1]


def test_what_is_kept_for_nobody_stays_where_it_is(
    project: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAGES_STATE", str(project / "var"))
    (project / "var/monolith").mkdir(parents=True)  # it was begun once, and never kept a secret

    assert take(plan(project, memory, "split"), project, "monolith", "split") == ""
    assert (project / "var/monolith").is_dir()


@pytest.mark.usefixtures("_unmovable")
def test_a_move_that_fails_leaves_every_file_as_it_was(project: Path, memory: Memory) -> None:
    before = sorted(project.rglob("*")), trees.read(project)

    with pytest.raises(Refused, match="a row is lost"):
        take(plan(project, memory, "split"), project, "monolith", "split")

    assert (sorted(project.rglob("*")), trees.read(project)) == before


def test_what_appeared_meanwhile_is_not_overwritten(project: Path, moved: list[list[str]]) -> None:
    step = Step(made={"README.md": b"new"})

    with pytest.raises(Refused, match=r"README\.md is there already"):
        take(step, project, "monolith", "split")

    assert moved == []
