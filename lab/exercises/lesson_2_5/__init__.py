"""Checks of lesson 2.5, whose models.py? Each registers itself when it is imported."""

from lab.exercises.lesson_2_5 import behind, old_code, pins, retiring, where_from

__all__ = ["behind", "old_code", "pins", "retiring", "where_from"]
