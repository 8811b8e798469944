"""Where things are: the repository, its reference app, and the reader's own folder."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The repository: lab is a package at its top."""

REFERENCE_APP = ROOT / "reference_app"
STAGES = REFERENCE_APP / "stages"


def logbook_path() -> Path:
    """The reader's logbook, `work/logbook.jsonl`, unless LAB_LOGBOOK names another."""
    named = os.environ.get("LAB_LOGBOOK")
    return Path(named) if named else ROOT / "work" / "logbook.jsonl"


def reference_run_path() -> Path:
    """The committed outputs of one whole walk, `reference_run/`, unless LAB_REFERENCE_RUN names another folder."""
    named = os.environ.get("LAB_REFERENCE_RUN")
    return Path(named) if named else ROOT / "reference_run"


def relative(path: Path) -> str:
    """`path` as seen from the repository, so that no output holds a path of this machine."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.name
