"""Whether a stage is at rest, on whatever it could run."""

from clever.runner.containers.keeping.server import end_orphan
from clever.runner.containers.naming import variables_file
from clever.runner.database_server import stop_orphan
from clever.runner.errors import StageError
from clever.runner.places import StageFolder
from clever.runner.processes import of_stage
from clever.runner.stagefile import StageFile
from clever.runner.tables import CONTAINERS
from clever.runner.ways import runs_on


def must_rest(stage: StageFile, folder: StageFolder) -> None:
    """End a database server beside which nothing of the stage runs: whoever wanted it at hand was killed.

    Raises StageError where the stage runs, or an earlier move still does.
    """
    stop_orphan(folder)
    if CONTAINERS in stage.ways and variables_file(folder).exists():
        end_orphan(stage, folder)
    if runs_on(stage, folder) or of_stage(folder.path):
        raise StageError(f"{stage.name} is running; stop it first: inv down {stage.name}")
