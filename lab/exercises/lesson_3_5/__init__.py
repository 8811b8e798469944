"""Checks of lesson 3.5, when one machine is not enough. Each registers itself when it is imported."""

from lab.exercises.lesson_3_5 import arriving, breaking, holding, waiting

__all__ = ["arriving", "breaking", "holding", "waiting"]
