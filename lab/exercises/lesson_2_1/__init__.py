"""Checks of lesson 2.1, one update, one outage. Each registers itself when it is imported."""

from lab.exercises.lesson_2_1 import blast_radius, compartments, own_gate, waiting

__all__ = ["blast_radius", "compartments", "own_gate", "waiting"]
