"""From chapters to a site that stands by itself."""

from workbook.book import Book
from workbook.errors import BookError
from workbook.site.assemble import Say, assemble
from workbook.site.generate import generate
from workbook.site.offline import problems


def build(book: Book, say: Say = lambda line: None) -> None:
    """Assemble, generate, and make sure that no page asks another host for anything. Raises BookError."""
    assemble(book, say)
    generate(book, say)
    found = list(problems(book.root / "site"))
    if found:
        raise BookError("\n".join(found))
