"""The tasks of the book, a small module each; `tasks.py` at the top lists them."""
