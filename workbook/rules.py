"""What every lesson keeps to. Each broken rule is one line that names the file and the cell."""

import re
from collections import Counter
from collections.abc import Iterator

from markdown_it import MarkdownIt

from workbook import engine_rules
from workbook.errors import BookError
from workbook.exercises import BEGINS, ENDS, checks, markers_are_paired, python_of, solution, starter
from workbook.lesson import Cell, Lesson

LONGEST_CELL = 15
FEWEST_WRONG_ANSWERS = 2
TAGS = {"exercise", "wrong", "setup", "hide", "raises-exception"}
METADATA = {"needs", "exercise", "timeout"}
FRONT_MATTER = {"minutes", "translated_from"}
NOT_BOLD = "these stars are not taken for bold; put a space or a word beside them"

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Cell ids are at most 64 characters, and prose borrows a neighbour's name with a few added.
_LONGEST_NAME = 48


def demand(lesson: Lesson) -> None:
    """Raise BookError with every rule that the lesson breaks, a line each."""
    broken = list(problems(lesson))
    if broken:
        raise BookError("\n".join(broken))


def problems(lesson: Lesson) -> Iterator[str]:
    """Every rule that an English lesson breaks."""
    yield from _of_the_lesson(lesson)
    found = [(cell, each) for cell in lesson.cells for each in _of_a_cell(lesson, cell)]
    # Which names a cell takes from which can only be told of cells that are Python and have a name.
    for cell, problem in found or engine_rules.problems(lesson):
        yield f"{lesson.where}: {_label(cell)}: {problem}"


def _of_a_cell(lesson: Lesson, cell: Cell) -> Iterator[str]:
    return _of_code(lesson, cell) if cell.is_code else _of_prose(cell)


def _label(cell: Cell) -> str:
    beginning = next(iter(cell.source.splitlines()), "")
    return f"cell {cell.name}" if cell.name else f"the cell that begins {beginning[:40]!r}"


def _of_the_lesson(lesson: Lesson) -> Iterator[str]:
    if not lesson.title:
        yield f"{lesson.where}: no title; begin with a line like '# From a document to WSGI'"
    for key in sorted(lesson.front_matter.keys() - FRONT_MATTER):
        yield f"{lesson.where}: unknown front matter {key!r}; known: {_known(FRONT_MATTER)}"
    for name, times in Counter(cell.name for cell in lesson.code if cell.name).items():
        if times > 1:
            yield f"{lesson.where}: cell {name}: {times} cells have this name; names are unique in a lesson"


def _of_prose(cell: Cell) -> Iterator[str]:
    if stars := stars_left_over(cell.source):
        yield f"{stars!r}: {NOT_BOLD}"
    # A misspelt directive would be read as prose, and its code would silently never run.
    for match in re.finditer(r"^\s*(`{3,}|:{3,})\s*\{[^}]*\}", cell.source, re.MULTILINE):
        yield f"{match.group().strip()} is not a directive that lessons have; code cells begin ```{{code-cell}}"


def stars_left_over(markdown: str) -> str:
    """The first place where `**` is shown as two stars; empty if there is none.

    It happens where bold text ends in punctuation and a letter follows, which Korean particles do all the time.
    """
    for block in MarkdownIt("commonmark").parse(markdown):
        for token in block.children or []:
            if token.type == "text" and re.search(r"\*\*\S|\S\*\*", token.content):
                return token.content.strip()[:40]
    return ""


def _of_code(lesson: Lesson, cell: Cell) -> Iterator[str]:
    if not cell.name:
        yield "no name; add a line like ':name: first-request'"
    elif not _KEBAB.fullmatch(cell.name) or len(cell.name) > _LONGEST_NAME:
        yield f"a name is at most {_LONGEST_NAME} small letters, digits and single hyphens"
    for tag in sorted(set(cell.tags) - TAGS):
        yield f"unknown tag {tag!r}; known: {_known(TAGS)}"
    for key in sorted(cell.metadata.keys() - METADATA):
        yield f"unknown metadata {key!r}; known: {_known(METADATA)}"
    lines = len(solution(cell.body).splitlines())
    if lines > LONGEST_CELL:
        yield f"{lines} lines; a cell has at most {LONGEST_CELL}, longer code lives in the reference app"
    if not cell.body.strip():
        yield "no code"
    yield from _of_syntax(cell)
    yield from _of_needs(lesson, cell)
    yield from _of_exercises(lesson, cell)


def _of_syntax(cell: Cell) -> Iterator[str]:
    versions = {"": solution(cell.source)} | ({" as a starter": starter(cell.source)} if cell.is_exercise else {})
    for version, source in versions.items():
        try:
            python_of(source)
        except SyntaxError as error:
            yield f"not Python{version}: {error.msg} (line {error.lineno})"


def _of_needs(lesson: Lesson, cell: Cell) -> Iterator[str]:
    if cell.needs is None:
        return
    shown = [each for each in lesson.shown if each.is_code]
    earlier = {each.name for each in shown[: shown.index(cell)]} if cell in shown else set()
    for name in cell.needs:
        if name not in earlier:
            yield f"needs {name!r}, which is no earlier cell"


def _of_exercises(lesson: Lesson, cell: Cell) -> Iterator[str]:
    marked = any(line.strip() in (BEGINS, ENDS) for line in cell.source.splitlines())
    if cell.is_exercise:
        yield from _of_exercise(lesson, cell)
    elif marked:
        yield f"{BEGINS!r} stands in a cell that is not tagged exercise"
    if cell.is_wrong_answer:
        yield from _of_wrong_answer(lesson, cell)
    elif "exercise" in cell.metadata:
        yield "names an exercise but is not tagged wrong"


def _of_exercise(lesson: Lesson, cell: Cell) -> Iterator[str]:
    if not markers_are_paired(cell.source):
        yield f"an exercise marks its solution with {BEGINS!r} and {ENDS!r} lines, in pairs"
    wrong = [each for each in lesson.code if each.is_wrong_answer and each.metadata.get("exercise") == cell.name]
    if len(wrong) < FEWEST_WRONG_ANSWERS:
        yield f"{len(wrong)} planted wrong answers; an exercise has at least {FEWEST_WRONG_ANSWERS}"
    rest = lesson.shown[lesson.shown.index(cell) :]
    if not any(_checks_something(each) for each in rest if each.is_code):
        yield "no lab.check(...) in this cell or after it"


def _checks_something(cell: Cell) -> bool:
    try:
        return bool(checks(cell.source))
    except SyntaxError:
        return False  # reported for the cell that has it


def _of_wrong_answer(lesson: Lesson, cell: Cell) -> Iterator[str]:
    exercise = cell.metadata.get("exercise")
    if exercise not in {each.name for each in lesson.code if each.is_exercise}:
        yield f"a wrong answer names its exercise's cell (':exercise: name'); {exercise!r} is none"
    elif not re.fullmatch(rf"wrong-{re.escape(exercise)}-\d+", cell.name):
        yield f"a wrong answer to {exercise} is named wrong-{exercise}-1, -2, ..."


def _known(names: set[str]) -> str:
    return ", ".join(sorted(names))
