"""The one kind of error that the book's own machinery raises."""


class BookError(Exception):
    """Something is wrong with the book: each line says where, what, and what to do about it."""
