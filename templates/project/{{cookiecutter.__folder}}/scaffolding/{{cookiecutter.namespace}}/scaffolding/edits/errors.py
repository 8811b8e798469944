"""A place that is not where it should be."""

from {{ cookiecutter.namespace }}.scaffolding.errors import Refused


class NoPlace(Refused):
    """A file does not have what the addition goes by. The message names it; whoever knows the file's path adds that."""
