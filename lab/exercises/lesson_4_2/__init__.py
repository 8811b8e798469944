"""Checks for lesson 4.2, an event in an afternoon. Each module registers its own.

`attendance` beside them is what the lesson writes by hand, and lays over what the template has made.
"""

from lab.exercises.lesson_4_2 import facts, midnight, once, permits

__all__ = ["facts", "midnight", "once", "permits"]
