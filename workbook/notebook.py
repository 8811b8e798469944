"""From a lesson to a notebook: the learner's, with starters, or the one that is walked, with solutions."""

from collections.abc import Iterator
from typing import Any, Literal

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from workbook.exercises import solution, starter
from workbook.lesson import Cell, Lesson
from workbook.links import to_notebooks


def notebook(lesson: Lesson, *, answers: Literal["starter", "solution"]) -> NotebookNode:
    """The lesson's notebook, without outputs. The same lesson always gives the same notebook."""
    code_of = starter if answers == "starter" else solution
    made = new_notebook(
        metadata={
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "lesson": lesson.id,
        }
    )
    for cell, cell_id in zip(lesson.shown, cell_ids(lesson.shown), strict=True):
        if cell.is_code:
            source = code_of(cell.source) if cell.is_exercise else cell.source
            made.cells.append(code_cell(cell, source, cell_id))
        else:
            made.cells.append(new_markdown_cell(to_notebooks(cell.source), id=cell_id))
    return made


def code_cell(cell: Cell, source: str, cell_id: str) -> NotebookNode:
    """A code cell that keeps its name, its tags and its time limit."""
    metadata: dict[str, Any] = {"name": cell.name}
    if cell.tags:
        metadata["tags"] = list(cell.tags)
    if "timeout" in cell.metadata:
        metadata["timeout"] = cell.metadata["timeout"]
    if "hide" in cell.tags:
        metadata["jupyter"] = {"source_hidden": True}
    return new_code_cell(source, id=cell_id, metadata=metadata)


def cell_ids(cells: list[Cell]) -> Iterator[str]:
    """Ids that survive editing: a code cell's is its name, prose is named after the code that it leads to."""
    for index, cell in enumerate(cells):
        if cell.is_code:
            yield cell.name
            continue
        before = _run_of_prose(cells, index, step=-1)
        following = index + _run_of_prose(cells, index, step=1) + 1
        if following < len(cells):
            base = f"before-{cells[following].name}"
        elif before < index:
            base = f"after-{cells[index - before - 1].name}"
        else:
            base = "prose"
        yield f"{base}-{before + 1}" if before else base


def _run_of_prose(cells: list[Cell], index: int, *, step: int) -> int:
    """How many cells of prose touch this one on one side."""
    length = 0
    while 0 <= index + step * (length + 1) < len(cells) and not cells[index + step * (length + 1)].is_code:
        length += 1
    return length


def to_text(made: NotebookNode) -> str:
    """The notebook as the bytes that are committed."""
    nbformat.validate(made)
    return nbformat.writes(made).rstrip("\n") + "\n"
