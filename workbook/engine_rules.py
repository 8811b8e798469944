"""What a lesson keeps to so that it goes on where an engine is missing."""

import ast
import symtable
from collections import Counter
from collections.abc import Iterator

from clever.runner.engines import programs
from lab.needs import split
from workbook.exercises import exercises, python_of, solution
from workbook.lesson import Cell, Lesson

type Problem = tuple[Cell, str]


def problems(lesson: Lesson) -> Iterator[Problem]:
    """Every such rule that a lesson breaks, with the cell that breaks it. It has to keep all other rules."""
    yield from _of_lines(lesson)
    yield from _of_exercises(lesson)
    yield from _of_names(lesson)


def _of_lines(lesson: Lesson) -> Iterator[Problem]:
    times = Counter(cell.source.strip() for cell in lesson.code)
    for cell in lesson.code:
        engines, _ = split(cell.source)
        if engines == []:
            yield cell, "%%needs names no engine; write, for example, %%needs nginx"
        if "\n%%needs " in f"\n{cell.body}":
            yield cell, "%%needs has to be the first line of a cell"
        for engine in cell.engines:
            if engine not in programs.ENGINES:
                yield cell, f"%%needs {engine}: there is no such engine; there are: {', '.join(programs.ENGINES)}"
        # By its source alone the stored run of a cell is found.
        if engines and times[cell.source.strip()] > 1:
            yield cell, "another cell has the same %%needs and the same code; their stored outputs could be mixed up"


def _of_exercises(lesson: Lesson) -> Iterator[Problem]:
    """An exercise can be solved by everyone."""
    for exercise in exercises(lesson):
        for cell in (*exercise.before, exercise.cell, *exercise.after, *exercise.wrong):
            if cell.engines:
                yield cell, f"needs {', '.join(cell.engines)}, but the exercise {exercise.cell.name} must do without"


def _of_names(lesson: Lesson) -> Iterator[Problem]:
    """A name that only cells with an engine define is not there where these were not run."""
    defined: dict[str, list[set[str]]] = {}  # for each name the engines of each cell that defines it
    for cell in lesson.shown:
        if not cell.is_code:
            continue
        own, used = _names(cell)
        for name in sorted(used):
            ways = defined.get(name, [])
            if ways and not any(way <= set(cell.engines) for way in ways):
                wanted = " ".join(sorted(min(ways, key=len) | set(cell.engines)))
                yield cell, f"uses {name}, which is not there without {wanted}; begin this cell with '%%needs {wanted}'"
        for name in own:
            defined.setdefault(name, []).append(set(cell.engines))


def _names(cell: Cell) -> tuple[set[str], set[str]]:
    """The names that a cell gives to the notebook, and those that it takes from it."""
    code = ast.unparse(python_of(solution(cell.source)))
    top = symtable.symtable(code, cell.name, "exec")
    own = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    return own, _taken(top) - own


def _taken(table: symtable.SymbolTable) -> set[str]:
    """The notebook's names that this block and all blocks in it refer to."""
    here = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_referenced() and (table.get_type() == "module" or symbol.is_global())
    }
    return here.union(*(_taken(child) for child in table.get_children()))
