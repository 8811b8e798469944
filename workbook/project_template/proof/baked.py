"""A project that was baked, and what its owner can run in it.

Nothing is installed for it: what others wrote is in the workbook's environment, and its own packages are found first.
"""

import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from workbook.errors import BookError

MEMBERS = ("kit", "contracts", "permittee", "runner", "acceptance", "scaffolding", "services/*", "stages/*")
# What a start of a stage, or of a test, would take from the shell of whoever proves it.
KEPT_OUT = ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "CACHE_URL", "VIRTUAL_ENV", "STAGES_STATE", "STAGES_ROOT")


@dataclass(frozen=True)
class Baked:
    """A project in a folder."""

    folder: Path
    namespace: str

    def run(self, *command: str, inside: str = ".") -> str:
        """What a command prints that must succeed, run in one of the folders. Raises BookError with its last lines."""
        done = subprocess.run(
            command, cwd=self.folder / inside, env=self.environment(), capture_output=True, text=True, check=False
        )
        if done.returncode:
            said = (done.stdout + done.stderr).strip().splitlines()[-25:]
            raise BookError("\n".join([f"{' '.join(command)} in {inside}: exit status {done.returncode}", *said]))
        return done.stdout

    def python(self, *arguments: str, inside: str = ".") -> str:
        """The same of Python."""
        return self.run(sys.executable, *arguments, inside=inside)

    def environment(self) -> dict[str, str]:
        folders = [folder for member in MEMBERS for folder in sorted(self.folder.glob(member)) if folder.is_dir()]
        kept = {name: value for name, value in os.environ.items() if name not in KEPT_OUT}
        return kept | {"PYTHONPATH": os.pathsep.join(map(str, [self.folder, *folders]))}

    @property
    def tested_apart(self) -> list[str]:
        """The folders whose tests run by themselves."""
        table = tomllib.loads((self.folder / "pyproject.toml").read_text(encoding="utf-8"))
        return list(table["tool"][self.namespace]["test-apart"])

    @property
    def stages(self) -> list[str]:
        return sorted(file.parent.name for file in self.folder.glob("stages/*/stage.toml"))
