"""The rules on who may import whom, asked at work."""

from lab.boundaries.rules import Boundaries, boundaries

__all__ = ["Boundaries", "boundaries"]
