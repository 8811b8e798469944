"""Every test of the book's machinery gets a small book of its own."""

from pathlib import Path

import pytest

from tests.workbook.samples import TRANSLATION, book_with
from workbook.book import Book


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """One English lesson and its Korean translation, not stamped yet."""
    return book_with(tmp_path, translation=TRANSLATION)
