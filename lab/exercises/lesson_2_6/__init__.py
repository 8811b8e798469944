"""Checks of lesson 2.6, the bill. Each registers itself when it is imported."""

from lab.exercises.lesson_2_6 import availability, budget, choosing, falling

__all__ = ["availability", "budget", "choosing", "falling"]
