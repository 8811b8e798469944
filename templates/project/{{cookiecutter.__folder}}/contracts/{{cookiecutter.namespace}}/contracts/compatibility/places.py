"""Where a project keeps its services, and what has been recorded of them."""

from dataclasses import dataclass
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.places import find_root, stages_folder


@dataclass(frozen=True)
class Places:
    """The folder that holds contracts, services and stages."""

    home: Path

    @classmethod
    def find(cls) -> "Places":
        """Those of the project that the current folder is in. Raises StageError outside of one."""
        return cls(stages_folder(find_root()).parent)

    @property
    def services(self) -> Path:
        return self.home / "services"

    @property
    def released(self) -> Path:
        """A file for each service, and the breaks that are allowed."""
        return self.home / "contracts" / "released"
