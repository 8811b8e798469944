"""Exercises are written as solutions; a learner gets them with the solution cut out."""

import ast
from dataclasses import dataclass

from IPython.core.inputtransformer2 import TransformerManager

from lab.needs import split
from workbook.lesson import Cell, Lesson

BEGINS = "# solution begins"
ENDS = "# solution ends"


def starter(source: str) -> str:
    """The source with each solution replaced by `...`, at the same indentation. Comments around it stay."""
    kept: list[str] = []
    inside = False
    for line in source.splitlines():
        if line.strip() == BEGINS:
            inside = True
            kept.append(line.replace(BEGINS, "..."))
        elif line.strip() == ENDS:
            inside = False
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


def solution(source: str) -> str:
    """The source with its solution in place and without the lines that mark it."""
    return "\n".join(line for line in source.splitlines() if line.strip() not in (BEGINS, ENDS))


def markers_are_paired(source: str) -> bool:
    """True if at least one solution is marked, and every one that begins also ends."""
    markers = [line.strip() for line in source.splitlines() if line.strip() in (BEGINS, ENDS)]
    return bool(markers) and markers == [BEGINS, ENDS] * (len(markers) // 2)


def python_of(source: str) -> ast.Module:
    """The cell as Python, with IPython's own syntax (`!ls`, `%time`) turned into calls. Raises SyntaxError.

    It is what runs where every engine is there: without a line of `%%needs`.
    """
    _, code = split(source)
    return ast.parse(TransformerManager().transform_cell(code))


def checks(source: str) -> list[str]:
    """The ids in this cell's `lab.check("1.1.1", ...)` calls."""
    return [
        str(number.value)
        for node in ast.walk(python_of(source))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "lab.check"
        for number in node.args[:1]
        if isinstance(number, ast.Constant)
    ]


@dataclass(frozen=True)
class Exercise:
    """One exercise of a lesson with everything that proves it."""

    cell: Cell
    before: tuple[Cell, ...]
    """Cells that must have run: those it names in `needs`, or else every earlier cell tagged `setup`."""
    after: tuple[Cell, ...]
    """Cells from the exercise up to the one that calls `lab.check`; empty if the exercise calls it itself."""
    wrong: tuple[Cell, ...]


def exercises(lesson: Lesson) -> list[Exercise]:
    """Every exercise of a lesson that keeps the rules, in order."""
    return [_exercise(lesson, cell) for cell in lesson.code if cell.is_exercise]


def _exercise(lesson: Lesson, cell: Cell) -> Exercise:
    shown = [each for each in lesson.shown if each.is_code]
    position = shown.index(cell)
    earlier = shown[:position]
    wanted = cell.needs if cell.needs is not None else [each.name for each in earlier if "setup" in each.tags]
    return Exercise(
        cell=cell,
        before=tuple(each for each in earlier if each.name in wanted),
        after=tuple(_up_to_the_check(shown[position:])),
        wrong=tuple(each for each in lesson.code if each.metadata.get("exercise") == cell.name),
    )


def _up_to_the_check(cells: list[Cell]) -> list[Cell]:
    for index, cell in enumerate(cells):
        if checks(cell.source):
            return cells[1 : index + 1]
    return []
