"""From a stage to a shop of its releases."""

import shutil
from pathlib import Path

from lab.errors import LabError
from lab.releasing.release import Release
from lab.releasing.shop import Releases
from lab.releasing.sources import copy_sources
from lab.where import ROOT

PREPARE = ("migrate --no-input", "fill")
"""What fills its database. Static files and staff are for people with a browser, and here nobody has one."""


def releases(name: str, *, folder: Path | str = "shop") -> Releases:
    """Lay out a stage of one project as releases, in `folder`: release 1 is live, the database is its own, and filled.

    What an earlier run left in that folder is removed. Raises LabError for a stage of several projects, and for a
    folder that holds anything else.
    """
    from clever.runner import StageError, load_stage
    from clever.runner.environment import settings_environment
    from clever.runner.places import StageFolder
    from clever.runner.secrets import credentials_from, ensure_secrets

    place = Path(folder).resolve()
    _clear(place)
    try:
        stage = load_stage(name, ROOT)
        if len(stage.projects) > 1:
            raise LabError(
                f"{name} has {len(stage.projects)} projects, and each has releases of its own: choose another"
            )
        front, project = stage.front, stage.projects[stage.front]
        shared = StageFolder(place / "shared")
        shared.make()
        secrets = ensure_secrets(stage, shared.secrets)
        ports = {front: project.port}  # where it would listen, were it not served at a port of the lab's
        environment = settings_environment(stage, front, shared, secrets=secrets, ports=ports, given={})
        known = credentials_from(secrets)
    except StageError as error:
        raise LabError(str(error)) from error
    first = Release(place / "releases" / "1")
    copy_sources(stage, first.folder)
    shop = Releases(place, project.wsgi, environment, (known.caller_name, known.caller_secret))
    shop.turn(first)
    for command in PREPARE:
        went_well, said = shop.manage(first, *command.split())
        if not went_well:
            raise LabError(f"manage.py {command} failed in a copy of {name}: {said}")
    return shop


def _clear(place: Path) -> None:
    """Remove what an earlier run of the lesson left, and nothing else."""
    if not place.exists():
        return
    if strange := [one.name for one in place.iterdir() if one.name not in {"releases", "shared", "current"}]:
        raise LabError(f"{place.name} holds {strange[0]}, which is none of ours: name another folder")
    shutil.rmtree(place)
