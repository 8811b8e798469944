"""The exercises' checks: a folder a lesson, `lesson_1_1` for lesson 1.1, with a module for each exercise.

A lesson's folder is imported by its name when one of its exercises is asked for, and its modules register themselves.
"""
