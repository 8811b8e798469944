"""Checks of lesson 4.4, what is appropriate for you. Each registers itself when it is imported."""

from lab.exercises.lesson_4_4 import arguing, claiming, deciding, flipping, stretching, telling

__all__ = ["arguing", "claiming", "deciding", "flipping", "stretching", "telling"]
