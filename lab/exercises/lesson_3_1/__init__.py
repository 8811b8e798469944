"""Checks for lesson 3.1, same machine, same database. Each module registers its own."""

from lab.exercises.lesson_3_1 import percentiles, remedies, sharing, throttling

__all__ = ["percentiles", "remedies", "sharing", "throttling"]
