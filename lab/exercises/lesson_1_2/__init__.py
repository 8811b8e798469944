"""Checks for lesson 1.2, Django, and what it gives. Each module registers its own.

Django and the reader's scratch project are imported only when a check runs: other lessons have neither.
"""

from lab.exercises.lesson_1_2 import administering, doubles, limits, midnights, ordering

__all__ = ["administering", "doubles", "limits", "midnights", "ordering"]
