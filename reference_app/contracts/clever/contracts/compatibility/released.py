"""What has been recorded: one JSON file a service, and the breaks that are allowed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from clever.contracts.compatibility.breaks import FILE, Break, read_breaks
from clever.contracts.compatibility.canonical import Description, text
from clever.contracts.compatibility.errors import ContractsError


@dataclass(frozen=True)
class Released:
    """The folder's content, by file name: as it is, or as it was in a revision."""

    files: Mapping[str, str]
    name: str = "released"

    @classmethod
    def at(cls, folder: Path) -> "Released":
        """As it is. A folder that is not there holds nothing."""
        files = [file for file in folder.glob("*") if is_record(file.name)]
        return cls({file.name: file.read_text(encoding="utf-8") for file in sorted(files)})

    @property
    def descriptions(self) -> dict[str, Description]:
        """By service. Raises ContractsError where a file is no JSON."""
        names = sorted(name for name in self.files if name.endswith(".json"))
        return {name.removesuffix(".json"): self._description(name) for name in names}

    @property
    def breaks(self) -> list[Break]:
        """Raises ContractsError where their file is malformed."""
        return read_breaks(self.files.get(FILE, ""), f"{self.name}/{FILE}")

    def stale(self, today: Mapping[str, Description]) -> list[str]:
        """The services of which the files do not say what they say of themselves today."""
        names = {name.removesuffix(".json") for name in self.files if name.endswith(".json")}
        fresh = {name for name in names & today.keys() if self.files[f"{name}.json"] == text(today[name])}
        return sorted((names | today.keys()) - fresh)

    def _description(self, name: str) -> Description:
        try:
            found: Description = json.loads(self.files[name])
        except ValueError as error:
            raise ContractsError(f"{self.name}/{name} is no JSON ({error}); run inv contracts --write") from error
        return found


def is_record(name: str) -> bool:
    """Whether a file of that name is one of ours, and not what some machine has left there."""
    return name.endswith(".json") or name == FILE


def write(folder: Path, today: Mapping[str, Description]) -> None:
    """Make the files say what the services say of themselves today. Files of services that are gone go too."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.json"):
        if file.stem not in today:
            file.unlink()
    for name, description in today.items():
        (folder / f"{name}.json").write_text(text(description), encoding="utf-8")
