"""The six features of the reference app, and which of them answer."""

from lab.features.calling import roll_call
from lab.features.result import RollCall

__all__ = ["RollCall", "roll_call"]
