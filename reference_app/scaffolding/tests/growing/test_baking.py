"""The template, baked with what a project remembers."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from clever.scaffolding.errors import Refused
from clever.scaffolding.growing.baking import bake
from clever.scaffolding.growing.memory import INSIDE, Memory


def test_the_answers_are_taken(memory: Memory, tmp_path: Path) -> None:
    made = bake(replace(memory, answers=memory.answers | {"greeting": "Ahoy"}).at("split"), tmp_path / "into")

    assert made == tmp_path / "into/tiny"
    assert made.joinpath("README.md").read_text().startswith("# Ahoy\n")
    assert made.joinpath("stages/split/stage.toml").is_file()


def test_an_answer_that_is_not_asked_for_any_more_does_no_harm(memory: Memory, tmp_path: Path) -> None:
    made = bake(replace(memory, answers=memory.answers | {"colour": "green"}), tmp_path / "into")

    assert made.joinpath("README.md").is_file()


def test_a_template_within_a_repository_is_found(memory: Memory, tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    shutil.copytree(memory.template, repository / INSIDE)

    made = bake(replace(memory, template=str(repository)), tmp_path / "into")

    assert made.joinpath("stages/monolith/stage.toml").is_file()


def test_a_template_is_named_from_the_folder_that_one_is_in(
    memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    made = bake(replace(memory, template="template"), tmp_path / "into")

    assert made.joinpath("README.md").is_file()
    assert Path.cwd() == tmp_path


@pytest.mark.parametrize("scheme", ["", "file://"], ids=["a folder", "a repository"])
def test_a_template_that_is_gone_is_refused_in_one_line(memory: Memory, tmp_path: Path, scheme: str) -> None:
    gone = f"{scheme}{tmp_path}/gone.git"

    with pytest.raises(Refused) as refused:
        bake(replace(memory, template=gone), tmp_path / "into")

    assert str(refused.value) == f"the template {gone} cannot be had; name another one with --template"


def test_a_template_that_refuses_is_told_in_one_line(memory: Memory, tmp_path: Path) -> None:
    hooks = Path(memory.template, "hooks")
    hooks.mkdir()
    (hooks / "pre_gen_project.py").write_text("raise SystemExit(1)\n")

    with pytest.raises(Refused, match=r"^the template .* does not take this project's answers: .*[Hh]ook.*$"):
        bake(memory, tmp_path / "into")


def test_an_answer_that_is_no_choice_any_more_is_told_in_one_line(memory: Memory, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"does not take this project's answers: swarm .*choice variable stage.*$"):
        bake(memory.at("swarm"), tmp_path / "into")
