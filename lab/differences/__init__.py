"""What makes one stage another: its tables, its effective settings, and its files, in that order."""

from lab.differences.difference import Difference, diff, diff_text

__all__ = ["Difference", "diff", "diff_text"]
