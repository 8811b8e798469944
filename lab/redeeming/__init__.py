"""Somebody who redeems one code after the other, and afterwards counts what the player has got."""

from lab.redeeming.redeemer import Redeemer, redeemer

__all__ = ["Redeemer", "redeemer"]
