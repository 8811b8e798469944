"""What the real lessons call: `lab.show`, `lab.record` and the like, read from their code cells."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workbook.book import Book
from workbook.exercises import python_of, solution
from workbook.lesson import Lesson
from workbook.library import load

BOOK = Book()
PATHS = BOOK.paths()


@dataclass(frozen=True)
class Call:
    """One call of a function of the lab, with those of its arguments that are written out."""

    lesson: str
    cell: str
    function: str
    arguments: tuple[object, ...]

    def __str__(self) -> str:
        return f"{self.lesson} {self.cell}: lab.{self.function}{self.arguments!r}"


@cache  # reading and judging all of them takes seconds, and tests are named after them in several files
def lessons(language: str = "en") -> list[Lesson]:
    return [load(BOOK, path, language) for path in BOOK.paths(language)]


def calls(lesson: Lesson, *functions: str) -> Iterator[Call]:
    """The calls of these functions in the cells that a reader meets, in order."""
    for cell in lesson.shown:
        if cell.is_code:
            for node in ast.walk(python_of(solution(cell.source))):
                if isinstance(node, ast.Call) and ast.unparse(node.func) in {f"lab.{name}" for name in functions}:
                    written = tuple(one.value for one in node.args if isinstance(one, ast.Constant))
                    yield Call(lesson.id, cell.name, ast.unparse(node.func).removeprefix("lab."), written)
