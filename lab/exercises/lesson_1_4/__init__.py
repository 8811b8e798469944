"""Checks for lesson 1.4, The data. Each module registers its own."""

from lab.exercises.lesson_1_4 import backups, ordering, routing, selling

__all__ = ["backups", "ordering", "routing", "selling"]
