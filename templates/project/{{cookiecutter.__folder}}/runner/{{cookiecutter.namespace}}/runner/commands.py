"""A program that calls manage.py once for each of its arguments, in one process.

Starting Django takes longer than most of what has to be done before a start, so it is done once and not four times.
Before each command a line announces it; the first that fails is the last.
"""

import runpy
import shlex
import sys
from collections.abc import Sequence

ANNOUNCED = "manage.py "  # how the line begins that announces a command


def main(commands: Sequence[str]) -> None:
    """Run the commands in the current folder, which holds manage.py. Ends as the first that fails does."""
    sys.path.insert(0, "")  # as `python manage.py` has it
    for command in commands:
        print(f"{ANNOUNCED}{command}", flush=True)  # noqa: T201 - our caller reads it
        sys.argv = ["manage.py", *shlex.split(command)]
        try:
            runpy.run_path("manage.py", run_name="__main__")
        except SystemExit as end:
            if end.code:
                raise


if __name__ == "__main__":
    main(sys.argv[1:])
