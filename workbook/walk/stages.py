"""Stages that a walk started are brought down after it; stages that ran before are left alone."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stages_as_they_were() -> Iterator[None]:
    """Bring down, at the end, the stages that were not running at the beginning."""
    from clever.runner import down, status  # the runner is heavy, and only walks need it here

    before = set(status())
    try:
        yield
    finally:
        for name in set(status()) - before:
            down(name)
