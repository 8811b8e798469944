"""Start a stage on this machine, watch it and stop it. What a stage is, its stage.toml says."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from {{ cookiecutter.namespace }}.runner.errors import RunsOtherwise, StageError
    from {{ cookiecutter.namespace }}.runner.progress import Step
    from {{ cookiecutter.namespace }}.runner.reloading import reload
    from {{ cookiecutter.namespace }}.runner.running import Running, Status, status
    from {{ cookiecutter.namespace }}.runner.secrets import Credentials, read_credentials
    from {{ cookiecutter.namespace }}.runner.stagefile import StageFile, load_stage
    from {{ cookiecutter.namespace }}.runner.starting import up
    from {{ cookiecutter.namespace }}.runner.stopping import down

# Each is imported when it is asked for: `{{ cookiecutter.namespace }}.runner.launch` stands before every program of a stage, and needs none.
_MODULES = {
    "Credentials": "secrets",
    "Running": "running",
    "RunsOtherwise": "errors",
    "StageError": "errors",
    "StageFile": "stagefile",
    "Status": "running",
    "Step": "progress",
    "down": "stopping",
    "load_stage": "stagefile",
    "read_credentials": "secrets",
    "reload": "reloading",
    "status": "running",
    "up": "starting",
}

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


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
