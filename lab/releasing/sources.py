"""The sources of a stage, copied into one folder that runs by itself."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from lab.sources.places import part

if TYPE_CHECKING:
    from clever.runner import StageFile

NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.egg-info", "tests", "static", "media", "*.sqlite3")


def copy_sources(stage: "StageFile", target: Path) -> None:
    """The stage's first project, and beside it `clever/service/<app>` for each of its apps.

    A program that is started in there finds these services before the installed ones, since its own folder comes first
    on Python's path. `clever` and `clever.service` are namespaces, so the rest of them (kit, contracts) is found too.
    """
    shutil.copytree(stage.folder / stage.projects[stage.front].folder, target, ignore=NOT_COPIED)
    for app in stage.projects[stage.front].apps:
        shutil.copytree(part(app), target / "clever" / "service" / app, ignore=NOT_COPIED)
