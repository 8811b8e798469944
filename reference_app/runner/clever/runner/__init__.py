"""Start a stage on this machine, watch it and stop it. What a stage is, its stage.toml says."""

from clever.runner.errors import RunsOtherwise, StageError
from clever.runner.progress import Step
from clever.runner.reloading import reload
from clever.runner.running import Running, Status, status
from clever.runner.secrets import Credentials, read_credentials
from clever.runner.stagefile import StageFile, load_stage
from clever.runner.starting import up
from clever.runner.stopping import down

__all__ = [
    "Credentials",
    "Running",
    "RunsOtherwise",
    "StageError",
    "StageFile",
    "Status",
    "Step",
    "down",
    "load_stage",
    "read_credentials",
    "reload",
    "status",
    "up",
]
