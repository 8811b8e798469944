"""Who falls with whom, as a stage's own file has it."""

from lab.blast_radius.drawing import BlastRadius, blast_radius

__all__ = ["BlastRadius", "blast_radius"]
