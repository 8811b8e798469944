"""Checks for lesson 2.2, cutting by function. Each module registers its own."""

from lab.exercises.lesson_2_2 import borders, import_rules, keys, reconciling, refusals, seams

__all__ = ["borders", "import_rules", "keys", "reconciling", "refusals", "seams"]
