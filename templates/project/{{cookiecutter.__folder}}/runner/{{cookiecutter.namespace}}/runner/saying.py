"""What a task says to a person: plain lines, and what it refuses in one line."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from invoke import Exit

from {{ cookiecutter.namespace }}.runner.errors import StageError


@contextmanager
def one_line() -> Iterator[None]:
    """What a stage refuses is one line on stderr, and exit status 1."""
    try:
        yield
    except StageError as error:
        raise Exit(str(error), code=1) from error


def say(text: str) -> None:
    """Plain text, so that a pipe gets what a terminal shows. A pipe that is closed has had enough; work goes on."""
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
