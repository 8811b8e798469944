"""What goes wrong while a stage is started, asked or stopped."""


class StageError(Exception):
    """The message is one line for a person: what happened, where, and what to do about it."""


class RunsOtherwise(StageError):
    """A stage is up, but not as it is wished for, and nobody said that it may be stopped."""
