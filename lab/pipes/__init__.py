"""A shell pipe, and what each of its parts has said at the end."""

from lab.pipes.piping import pipe
from lab.pipes.result import Piped

__all__ = ["Piped", "pipe"]
