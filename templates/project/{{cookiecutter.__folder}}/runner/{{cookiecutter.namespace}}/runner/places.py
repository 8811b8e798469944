"""Where a stage's files are: its sources, which are read, and its state, which running it writes."""

import os
from dataclasses import dataclass
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.errors import StageError

ROOT = "STAGES_ROOT"  # overrides the search for the root
STATE = "STAGES_STATE"  # another folder than var/, so that a test touches nobody's data


def find_root(start: Path | None = None) -> Path:
    """The folder that stages are looked for in, seen from `start` (the current folder where it is left out).

    A project keeps its stages in `stages`.
    Raises StageError outside of one.
    """
    if given := os.environ.get(ROOT):
        root = Path(given).resolve()
        if _stages_of(root) is None:
            raise StageError(f"{ROOT}: {root} holds no folder of stages")
        return root
    here = (start or Path.cwd()).resolve()
    ancestors = [here, *here.parents]
    for root in ancestors:
        if any(root.glob("stages/*/stage.toml")):
            return root
    raise StageError(f"{here}: no folder of stages here or above; change to the project's folder")


def stages_folder(root: Path) -> Path:
    """The folder with one folder a stage. Raises StageError where `root` has none."""
    folder = _stages_of(root)
    if folder is None:
        raise StageError(f"{root}: there are no stages here")
    return folder


def _stages_of(root: Path) -> Path | None:
    folder = root / "stages"
    return folder if folder.is_dir() else None


@dataclass(frozen=True)
class StageFolder:
    """What a stage keeps on this machine, all of it beneath `var/<stage>`, or the folder that STAGES_STATE names."""

    path: Path

    @classmethod
    def of(cls, name: str, root: Path) -> "StageFolder":
        state = os.environ.get(STATE)
        return cls((Path(state).resolve() if state else root / "var") / name)

    @property
    def run(self) -> Path:
        """What lives only while the stage runs, or is made anew each time."""
        return self.path / "run"

    @property
    def logs(self) -> Path:
        return self.path / "logs"

    @property
    def databases(self) -> Path:
        return self.path / "databases"

    @property
    def postgresql(self) -> Path:
        """What the stage's own PostgreSQL server keeps; see {{ cookiecutter.namespace }}.runner.database_server."""
        return self.path / "postgresql"

    @property
    def secrets(self) -> Path:
        return self.path / "secrets.env"

    @property
    def record(self) -> Path:
        """Says what is running; see {{ cookiecutter.namespace }}.runner.record."""
        return self.run / "running.json"

    @property
    def lock(self) -> Path:
        """Outside of the folder, so that forgetting the data cannot remove it from under its holder."""
        return self.path.with_name(f"{self.path.name}.lock")

    def media(self, project: str) -> Path:
        return self.path / "media" / project

    def static(self, project: str) -> Path:
        return self.path / "static" / project

    def environment(self, project: str) -> Path:
        """The variables that a project's settings read, secrets included."""
        return self.run / f"{project}.env"

    def make(self) -> None:
        """Make the folders, for the eyes of this user only. Raises StageError where that is not possible."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self.path.chmod(0o700)
            for folder in (self.run, self.logs, self.databases):
                folder.mkdir(exist_ok=True)
        except OSError as error:
            raise StageError(
                f"{error.filename}: cannot keep the stage's data here ({error.strerror}); make the folder writable"
            ) from error
