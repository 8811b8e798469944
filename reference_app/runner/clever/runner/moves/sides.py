"""A stage as one of the two sides of a move: which apps live where, and who knows them."""

from typing import Any

from clever.runner.errors import StageError
from clever.runner.houses import Keeping
from clever.runner.stagefile import StageFile


def apps_of(stage: StageFile) -> dict[str, str]:
    """The name of the database that each app of ours lives in."""
    return {app: project.database for project in stage.projects.values() if project.database for app in project.apps}


def front_knows(stage: StageFile, apps: set[str], *, opened: bool) -> bool:
    """Whether the project where users live has these apps or, where that is enough, their databases `opened`."""
    front = stage.projects[stage.front]
    by_others = {app for app, home in apps_of(stage).items() if home in front.opens}
    return apps <= set(front.apps) | (by_others if opened else set())


def side(stage: StageFile, keeping: Keeping) -> dict[str, Any]:
    """What `manage.py copy_rows` has to know of a stage. Raises StageError for one whose users live nowhere."""
    users = stage.projects[stage.front].database
    if users is None:
        raise StageError(f"{stage.name}: {stage.front} has no database, so users live nowhere")
    return {
        "name": stage.name,
        "databases": keeping.urls,
        "homes": apps_of(stage),
        "users": users,
        "media": {
            app: str(keeping.media[project.media or name])
            for name, project in stage.projects.items()
            for app in project.apps
            if project.database
        },
    }
