"""Where things are in a project."""

from dataclasses import dataclass
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.places import find_root, stages_folder
from {{ cookiecutter.namespace }}.scaffolding.errors import Refused


@dataclass(frozen=True)
class Layout:
    """The folders of a project. `home` is the one that holds contracts, services and stages."""

    root: Path
    home: Path

    @classmethod
    def find(cls, root: Path | None = None) -> "Layout":
        """Raises StageError outside of a project; Refused for one that a service cannot be made in."""
        root = root or find_root()
        layout = cls(root, stages_folder(root).parent)
        for needed in (layout.template, layout.contracts, layout.services):
            if not needed.is_dir():
                raise Refused(f"{root}: there is no {needed.relative_to(root)} here, which a new service needs")
        return layout

    @property
    def template(self) -> Path:
        return self.root / "templates" / "service"

    @property
    def contracts(self) -> Path:
        return self.home / "contracts"

    @property
    def services(self) -> Path:
        return self.home / "services"

    def shown(self, path: Path) -> str:
        """A path as a person reads it, from the root."""
        return path.relative_to(self.root).as_posix()
