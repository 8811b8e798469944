"""Calling several services for one request: within a budget, side by side, and not at all where nobody has answered.

None of it knows what is called, or how. `CALLING="naive"` in a project's settings switches it off, so that one can
measure what it is worth: then calls go one after the other, and each waits as long as its client likes.
"""

from {{ cookiecutter.namespace }}.kit.calling.budget import budget, left
from {{ cookiecutter.namespace }}.kit.calling.modes import is_careful
from {{ cookiecutter.namespace }}.kit.calling.together import asking, together

__all__ = ["asking", "budget", "is_careful", "left", "together"]
