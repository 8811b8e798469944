"""What a project remembers of its making."""

from pathlib import Path

import pytest

from clever.scaffolding.errors import Refused
from clever.scaffolding.growing.memory import FILE, Memory


def test_a_project_remembers_its_template_and_what_was_answered(project: Path, memory: Memory) -> None:
    remembered = Memory.of(project)

    assert remembered == memory
    assert remembered.stage == "monolith"


def test_what_is_no_text_among_the_answers_is_read_as_one(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"template": "there", "answers": {"stage": "split", "port": 8000}}')

    assert Memory.of(tmp_path).answers == {"stage": "split", "port": "8000"}


def test_a_project_that_does_not_remember_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"\.template\.json cannot be read .*it says what this project was made of"):
        Memory.of(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON",
        "[]",
        '{"answers": {"stage": "split"}}',
        '{"template": "there"}',
        '{"template": "there", "answers": ["split"]}',
        '{"template": "there", "answers": {"slug": "tiny"}}',
        b"\xff",
    ],
    ids=["empty", "no JSON", "a list", "no template", "no answers", "a list of answers", "no stage", "no UTF-8"],
)
def test_a_broken_file_is_refused_in_one_line(tmp_path: Path, text: str | bytes) -> None:
    (tmp_path / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())

    with pytest.raises(Refused, match=r"\.template\.json cannot be read") as refused:
        Memory.of(tmp_path)

    assert len(str(refused.value).splitlines()) == 1


def test_at_another_stage_all_else_is_as_it_was(memory: Memory) -> None:
    later = memory.at("split")

    assert later == Memory(memory.template, memory.answers | {"stage": "split"})
    assert memory.stage == "monolith"
