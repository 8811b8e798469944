from lab.exercises.lesson_4_4.teams import SHOP, STUDIO
from workbook.book import Book
from workbook.library import load


def test_the_teams_are_the_lessons():
    book = Book()
    names: dict = {}
    exec(load(book, book.find("4.4")).cell("four-teams").source, names)

    assert (names["shop"], names["studio"]) == (SHOP, STUDIO)
