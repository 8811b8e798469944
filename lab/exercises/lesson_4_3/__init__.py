"""Checks of lesson 4.3, when a part fails. Each registers itself when it is imported."""

from lab.exercises.lesson_4_3 import deciding, gathering, multiplying, promising, repeating

__all__ = ["deciding", "gathering", "multiplying", "promising", "repeating"]
