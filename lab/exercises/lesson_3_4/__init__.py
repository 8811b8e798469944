"""Checks for lesson 3.4, registry and automation. Each module registers its own."""

from lab.exercises.lesson_3_4 import collecting, deciding, naming, ordering, references

__all__ = ["collecting", "deciding", "naming", "ordering", "references"]
