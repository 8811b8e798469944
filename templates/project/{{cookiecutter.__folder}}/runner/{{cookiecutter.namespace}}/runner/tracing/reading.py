"""Read the lines that a stage's programs have written, rotated files included."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from {{ cookiecutter.namespace }}.runner.logs import fields_of

ACCESS = "access"  # the logger that writes a line for each request


def lines(folder: Path, holding: str, *, recent: int = 0) -> Iterator[dict[str, Any]]:
    """Every JSON line in the logs of `folder` in which the text `holding` is found. What is no whole line is left out.

    With `recent`, only the last so many bytes of what each program writes to now. Most lines are of no interest, so
    they are looked through as bytes, and only the others are understood.
    """
    wanted = holding.encode()
    for file in sorted(folder.glob("*.log" if recent else "*.log*")):  # coupon.log, coupon.log.1, coupon.log.2
        try:
            with file.open("rb") as stream:
                if recent:
                    stream.seek(max(0, os.fstat(stream.fileno()).st_size - recent))
                for line in stream:
                    if wanted in line and (fields := fields_of(line.decode("utf-8", errors="replace"))):
                        yield fields
        except FileNotFoundError:  # it was just rotated away
            continue
