"""Checks for lesson 4.1, pipes for services. Each module registers its own."""

from lab.exercises.lesson_4_1 import believing, crowning, naming, paging

__all__ = ["believing", "crowning", "naming", "paging"]
