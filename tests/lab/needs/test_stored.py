from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lab.needs.stored import stored

CELL = "%%needs nginx\nprint('one')\nlab.show('x')"
OUTPUTS = [
    new_output("stream", text="one\ntwo\n"),
    new_output("display_data", {"text/plain": "a\nb", "application/json": {"a": ["b"]}}),
]


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A reference run of two lessons, as it is committed."""
    for number, source in enumerate(["x = 1", CELL]):
        notebook = new_notebook(
            cells=[new_markdown_cell("# A title"), new_code_cell(source, outputs=OUTPUTS)],
            metadata={"reference_run": {"on": f"2026-11-2{number}"}},
        )
        file = tmp_path / f"1_monolith/{number}_lesson.ipynb"
        file.parent.mkdir(exist_ok=True)
        nbformat.write(notebook, file)
    return tmp_path


def test_a_cell_is_found_by_its_source_in_whichever_lesson_it_is(run: Path):
    found = stored(CELL, run)

    assert found is not None
    assert found.on == "2026-11-21"
    assert found.outputs[0]["text"] == "one\ntwo\n"
    assert found.outputs[1]["data"] == {"text/plain": "a\nb", "application/json": {"a": ["b"]}}


def test_blanks_at_the_ends_are_no_change(run: Path):
    assert stored(CELL.replace("nginx\n", "nginx  \n") + "\n\n", run) is not None


def test_a_changed_cell_is_another_cell(run: Path):
    assert stored(CELL.replace("one", "two"), run) is None


def test_before_any_run_nothing_is_stored(tmp_path: Path):
    assert stored(CELL, tmp_path / "nowhere") is None
