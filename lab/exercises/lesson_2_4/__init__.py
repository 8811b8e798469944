"""Checks for lesson 2.4, who may call whom. Each module registers its own."""

from lab.exercises.lesson_2_4 import believing, five_seconds, least_privilege, reading, statuses

__all__ = ["believing", "five_seconds", "least_privilege", "reading", "statuses"]
