"""Moving house: all rows of one stage into the databases of another, and whatever else must come along."""

from {{ cookiecutter.namespace }}.runner.moves.moving import move
from {{ cookiecutter.namespace }}.runner.moves.outcome import Outcome

__all__ = ["Outcome", "move"]
