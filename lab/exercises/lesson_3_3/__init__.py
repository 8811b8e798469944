"""Checks for lesson 3.3, function apart from configuration. Each module registers its own."""

from lab.exercises.lesson_3_3 import drifting, losing, placing, reading

__all__ = ["drifting", "losing", "placing", "reading"]
