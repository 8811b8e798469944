"""Checks for lesson 1.5, shipping it. Each module registers its own."""

from lab.exercises.lesson_1_5 import activating, packaging, sparing, units

__all__ = ["activating", "packaging", "sparing", "units"]
