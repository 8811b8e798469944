"""Checks for lesson 1.1, From a document to WSGI. Each module registers its own."""

from lab.exercises.lesson_1_1 import asking, edits, greeting, paths, signing

__all__ = ["asking", "edits", "greeting", "paths", "signing"]
