"""Three-way proof of every real exercise: the starter fails, the solution passes, each wrong answer fails."""

from collections.abc import Iterator

import pytest

from workbook.book import Book
from workbook.library import load
from workbook.proof import prove
from workbook.walk.stages import stages_of_its_own

pytestmark = pytest.mark.live

BOOK = Book()


@pytest.fixture(scope="module", autouse=True)
def _stages() -> Iterator[None]:
    """An exercise may ask a running stage; it is not the one that somebody works with."""
    with stages_of_its_own():
        yield


@pytest.mark.parametrize("path", BOOK.paths())
def test_each_exercise_tells_right_from_wrong(path: str) -> None:
    attempts = prove(BOOK, load(BOOK, path))

    assert [attempt.problem for attempt in attempts if attempt.problem] == []
    assert attempts, "a lesson has exercises"
