"""`%%needs nginx redis`: a cell that wants programs beside Python, and what happens where they are missing."""

from lab.needs.cell import offer
from lab.needs.line import split

__all__ = ["offer", "split"]
