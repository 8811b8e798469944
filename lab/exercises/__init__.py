"""The exercises' checks: one module a lesson, `lesson_1_1.py` for lesson 1.1, found by name when it is asked for."""
