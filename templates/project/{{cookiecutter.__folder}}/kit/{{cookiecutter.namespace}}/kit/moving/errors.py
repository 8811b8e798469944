"""Why a move does not take place."""


class CannotMove(Exception):
    """The message is one line for a person: what stands in the way, where, and what to do about it."""
