"""Folders that hold nothing any more."""

import shutil
from pathlib import Path

COMPILED = "__pycache__"


def remove_emptied(folder: Path) -> bool:
    """Remove a folder in which nothing is left but what Python has compiled. Says whether it is gone."""
    if any(each.name != COMPILED for each in folder.iterdir()):
        return False
    shutil.rmtree(folder)
    return True
