"""Checks of lesson 2.3, the backoffice. Each module registers its own."""

from lab.exercises.lesson_2_3 import homes, joining, keys, migrating, opening

__all__ = ["homes", "joining", "keys", "migrating", "opening"]
