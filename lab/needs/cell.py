"""Run a cell as if its `%%needs` line were not there; or say what is missing, and what came out elsewhere.

A cell magic alone could not do the first: one that runs its cell shows errors twice, and knows no `await`. So the line
is taken away before IPython looks at the cell, and the magic is met only where an engine is missing.
"""

import sys
from typing import Any

from lab import walk
from lab.errors import LabError
from lab.needs.line import MAGIC, split
from lab.needs.not_run import NotRun
from lab.needs.stored import stored


def offer() -> None:
    """Teach the IPython shell that runs this, if one does, the line. Doing it twice is doing it once."""
    shell = this_shell()
    if shell is not None and without_line not in shell.input_transformers_cleanup:
        shell.input_transformers_cleanup.append(without_line)
        shell.register_magic_function(not_run, "cell", MAGIC)


def this_shell() -> Any:
    """The IPython shell that runs this, or None. IPython is not imported to find out."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def without_line(lines: list[str]) -> list[str]:
    """A cell's lines without the line that names its engines, if they are all here. IPython calls this on each cell."""
    engines, rest = split("".join(lines))
    try:
        if not engines or _missing(engines):
            return lines
    except LabError:
        return lines  # the magic says what is wrong: an error in here would say it without a cell
    kept = rest.lstrip("\n").splitlines(keepends=True)
    # An empty line in its place keeps the numbers in tracebacks right. What must stand first, or alone, stands first.
    return kept if kept and (kept[0].startswith("%%") or len(kept) == 1) else ["\n", *rest.splitlines(keepends=True)]


def not_run(line: str, cell: str) -> NotRun:
    """The magic. Raises LabError for an engine that nobody knows."""
    engines = line.split()
    if not engines:
        raise LabError(f"%%{MAGIC} names no engine: write, for example, %%{MAGIC} nginx")
    lacking = _missing(engines)
    walk.note("missing", " ".join(lacking), engines=lacking)
    return NotRun(lacking, stored(f"%%{MAGIC} {line}\n{cell}"))


def _missing(engines: list[str]) -> list[str]:
    from clever.runner.engines import programs
    from clever.runner.errors import StageError

    try:
        return programs.missing(engines)
    except StageError as error:
        raise LabError(str(error)) from error
