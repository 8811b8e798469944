"""How every task speaks: errors in one clear line, and a console that knows where it writes."""

import functools
from collections.abc import Callable
from typing import Any

from invoke import Exit
from rich.console import Console

from clever.runner.errors import StageError
from workbook.errors import BookError

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def plain_errors[**P, T](body: Callable[P, T]) -> Callable[P, T]:
    """End the task with the error's own lines and exit code 1, without a traceback."""

    @functools.wraps(body)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return body(*args, **kwargs)
        except (BookError, StageError) as error:
            raise Exit(str(error), code=1) from error
        except KeyboardInterrupt:
            raise Exit("stopped", code=130) from None

    return wrapped


def say(*parts: Any) -> None:
    """A line on stdout, markup off: file names may hold brackets."""
    out.print(*parts, markup=False)
