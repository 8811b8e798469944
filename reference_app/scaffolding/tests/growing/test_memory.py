"""What a project remembers of its making."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from clever.scaffolding.errors import Refused
from clever.scaffolding.growing.memory import FILE, Memory


def test_a_project_remembers_its_template_and_what_was_answered(project: Path, memory: Memory) -> None:
    remembered = Memory.of(project)

    assert remembered == memory
    assert remembered.stage == "monolith"


def test_what_is_no_text_among_the_answers_is_read_as_one(tmp_path: Path) -> None:
    answers = {"stage": "split", "port": 8000, "_template": "there", "_extensions": []}
    (tmp_path / FILE).write_text(json.dumps({"template": "there", "context": {"cookiecutter": answers}}))

    assert Memory.of(tmp_path).answers == {"stage": "split", "port": "8000"}


def test_the_commit_and_the_folder_of_a_repository_are_remembered(tmp_path: Path) -> None:
    told = {"template": "there", "commit": "c0ffee", "directory": "in/it"}
    (tmp_path / FILE).write_text(json.dumps(told | {"context": {"cookiecutter": {"stage": "split"}}}))

    assert Memory.of(tmp_path) == Memory("there", {"stage": "split"}, "c0ffee", "in/it")


def test_a_project_that_does_not_remember_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"\.cruft\.json cannot be read .*it says what this project was made of"):
        Memory.of(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON",
        "[]",
        '{"context": {"cookiecutter": {"stage": "split"}}}',
        '{"template": "there"}',
        '{"template": "there", "context": {"cookiecutter": ["split"]}}',
        '{"template": "there", "context": {"cookiecutter": {"slug": "tiny"}}}',
        b"\xff",
    ],
    ids=["empty", "no JSON", "a list", "no template", "no answers", "a list of answers", "no stage", "no UTF-8"],
)
def test_a_broken_file_is_refused_in_one_line(tmp_path: Path, text: str | bytes) -> None:
    (tmp_path / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())

    with pytest.raises(Refused, match=r"\.cruft\.json cannot be read") as refused:
        Memory.of(tmp_path)

    assert len(str(refused.value).splitlines()) == 1


def test_at_another_stage_all_else_is_as_it_was(memory: Memory) -> None:
    later = memory.at("split")

    assert later == replace(memory, answers=memory.answers | {"stage": "split"})
    assert memory.stage == "monolith"
