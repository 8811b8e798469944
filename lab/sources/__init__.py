"""The reference app's own sources, read from the files, so that what a lesson shows cannot drift from what runs."""

from lab.sources.counting import code_lines
from lab.sources.showing import Source, show
from lab.sources.touches import Touches, touches

__all__ = ["Source", "Touches", "code_lines", "show", "touches"]
