"""Why contracts are not compared."""

from clever.runner.errors import StageError


class ContractsError(StageError):
    """The message is one line for a person: what cannot be read, where, and what to do about it."""
