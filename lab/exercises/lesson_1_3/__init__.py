"""Checks for lesson 1.3, Serving it for real. Each module registers its own."""

from lab.exercises.lesson_1_3 import addresses, caching, processes, settings

__all__ = ["addresses", "caching", "processes", "settings"]
