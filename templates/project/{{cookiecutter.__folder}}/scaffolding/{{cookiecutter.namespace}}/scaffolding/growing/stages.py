"""The stages that a project can be at, the earliest first."""

STAGES = ("monolith", "split", "containers", "composition")


def is_later(stage: str, other: str) -> bool:
    """Whether a stage comes after another one. Both have to be stages."""
    return STAGES.index(stage) > STAGES.index(other)
