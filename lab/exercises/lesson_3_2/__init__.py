"""Checks for lesson 3.2, an image that builds fast. Each module registers its own."""

from lab.exercises.lesson_3_2 import finishing, ignoring, ordering, rebuilding, staging

__all__ = ["finishing", "ignoring", "ordering", "rebuilding", "staging"]
