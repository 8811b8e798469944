"""Why a service is not made."""

from {{ cookiecutter.namespace }}.runner.errors import StageError


class Refused(StageError):
    """Nothing has been written. The message is one line for a person: what is in the way, and what to do about it."""
