"""Checks of lesson 1.6, running it. Each module registers its own."""

from lab.exercises.lesson_1_6 import caching, guests, indexes, probes

__all__ = ["caching", "guests", "indexes", "probes"]
