"""Runs a command in bash, and writes down what became of it.

A script of its own: `watcher.py REPORT BASH COMMAND pipefail`. The memory of a program that was just started is counted
from what its parent had, and a notebook has a lot: this one is small. The report is JSON: `status`, `statuses` (of each
part of the last pipe), `seconds`, and `mebibytes` (of the part that had most).
"""

import json
import os
import resource
import subprocess
import sys
import time

SCRIPT = """
{options}
{command}
status=$? parts="${{PIPESTATUS[*]}}"
printf '%s' "$parts" > "$PIPE_STATUSES"
exit $status
"""


def main(report: str, bash: str, command: str, pipefail: str) -> None:
    statuses = report + ".statuses"
    options = "set -o pipefail" if pipefail else ""
    script = SCRIPT.format(options=options, command=command)
    began = time.monotonic()
    status = subprocess.call([bash, "-c", script], env={**os.environ, "PIPE_STATUSES": statuses})
    told = {
        "status": status if status >= 0 else 128 - status,
        "statuses": read(statuses) or [status],  # a command may leave the shell, or be none
        "seconds": time.monotonic() - began,
        "mebibytes": largest(),
    }
    # Whole or not at all.
    with open(report + ".new", "w", encoding="utf-8") as file:
        json.dump(told, file)
    os.replace(report + ".new", report)


def read(statuses: str) -> list[int]:
    try:
        with open(statuses, encoding="utf-8") as file:
            return [int(status) for status in file.read().split()]
    except FileNotFoundError:
        return []


def largest() -> float:
    """The memory of the largest of all processes that were waited for, in MiB."""
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most / 1024**2 if sys.platform == "darwin" else most / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
