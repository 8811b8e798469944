"""Which way a stage runs or ran, of those that it can: on processes of this machine, or on containers."""

from pathlib import Path

from {{ cookiecutter.namespace }}.runner.containers.engine import any_runs
from {{ cookiecutter.namespace }}.runner.containers.naming import project_name, variables_file
from {{ cookiecutter.namespace }}.runner.envfile import write_private
from {{ cookiecutter.namespace }}.runner.errors import RunsOtherwise, StageError
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.processes import of_stage
from {{ cookiecutter.namespace }}.runner.record import read_record, running_record
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile, load_stage
from {{ cookiecutter.namespace }}.runner.tables import CONTAINERS, PROCESSES


def runs_on(stage: StageFile, folder: StageFolder) -> str:
    """What the stage runs on now, whether a record speaks of it or not; empty where nothing of it runs."""
    if record := running_record(folder):
        return CONTAINERS if record.compose else PROCESSES
    if PROCESSES in stage.ways and of_stage(folder.path):
        return PROCESSES
    there = CONTAINERS in stage.ways and variables_file(folder).exists()
    return CONTAINERS if there and any_runs(project_name(stage.name, folder)) else ""


def refuse_other_way(stage: StageFile, folder: StageFolder) -> None:
    """Raise RunsOtherwise where the stage is up, but not on what it is to run on: both would be the same stage."""
    found = runs_on(stage, folder) if len(stage.ways) > 1 else ""
    if found and found != stage.on:
        record = read_record(folder)
        where = f", at {record.url}" if record else ""
        raise RunsOtherwise(
            f"{stage.name} is up already{where}, on {found} and not on {stage.on}; stop it first: inv down {stage.name}"
        )


def load_stage_as_it_runs(name: str, root: Path | None = None) -> StageFile:
    """The stage called `name`, on what it runs on now, or on its usual way where it does not run.

    Raises StageError as `load_stage` does.
    """
    root = root or find_root()
    stage = load_stage(name, root)
    if len(stage.ways) == 1:
        return stage
    return load_stage(name, root, on=runs_on(stage, StageFolder.of(stage.name, root)))


def load_stage_as_it_ran(name: str, root: Path | None = None) -> StageFile:
    """The stage called `name`, on what it runs on now or ran on last, or on its usual way where it never ran.

    Raises StageError as `load_stage` does.
    """
    root = root or find_root()
    stage = load_stage(name, root)
    folder = StageFolder.of(stage.name, root)
    found = (runs_on(stage, folder) or _ran_on(folder)) if len(stage.ways) > 1 else ""
    return load_stage(name, root, on=found if found in stage.ways else "")


def remember_way(stage: StageFile, folder: StageFolder) -> None:
    """Note what the stage is on from now: its data on the one is not its data on the other."""
    if len(stage.ways) > 1:
        write_private(_note(folder), f"{stage.on}\n")


def command_to_start(stage: StageFile) -> str:
    """How a person starts it on what it is read for here."""
    return f"inv up {stage.name}" + (f" --on {stage.on}" if stage.on != stage.ways[0] else "")


def _ran_on(folder: StageFolder) -> str:
    try:
        return _note(folder).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _note(folder: StageFolder) -> Path:
    return folder.path / "way"


def load_stage_of_processes(name: str, root: Path | None, *, instead: str) -> StageFile:
    """The stage called `name`, for what is only done to processes of this machine.

    Raises StageError as `load_stage` does, and for one that runs in containers, saying what to do `instead`.
    """
    stage = load_stage_as_it_runs(name, root)
    if stage.compose:
        raise StageError(f"{name} runs in containers: {instead}")
    return stage
