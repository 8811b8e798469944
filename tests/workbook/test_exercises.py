"""Three-way proof of every real exercise: the starter fails, the solution passes, each wrong answer fails."""

import pytest

from workbook.book import Book
from workbook.library import load
from workbook.proof import prove

pytestmark = pytest.mark.live

BOOK = Book()


@pytest.mark.parametrize("path", BOOK.paths())
def test_each_exercise_tells_right_from_wrong(path: str) -> None:
    attempts = prove(BOOK, load(BOOK, path))

    assert [attempt.problem for attempt in attempts if attempt.problem] == []
    assert attempts, "a lesson has exercises"
