"""Exercises, and how their answers are checked."""

from lab.checks.checking import CheckFailed, check, hint
from lab.checks.registry import Exercise, Wrong, exercise, exercises

__all__ = ["CheckFailed", "Exercise", "Wrong", "check", "exercise", "exercises", "hint"]
