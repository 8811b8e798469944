"""What was recorded in a revision that git knows."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from {{ cookiecutter.namespace }}.contracts.compatibility.errors import ContractsError
from {{ cookiecutter.namespace }}.contracts.compatibility.released import Released, is_record


@dataclass(frozen=True)
class Revision:
    """A commit, by whatever name somebody has called it."""

    name: str
    commit: str
    folder: Path  # its own repository's, or one in it

    @classmethod
    def called(cls, name: str, folder: Path) -> "Revision":
        """Raises ContractsError where git knows none of that name."""
        ran = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{ "{" }}{commit}}")
        if ran.returncode:
            raise ContractsError(f"git knows no revision {name!r} here; fetch it (git fetch --tags), or name another")
        return cls(name, ran.stdout.strip(), folder)

    @property
    def is_release(self) -> bool:
        """Whether it bears a tag."""
        return bool(_git(self.folder, "tag", "--points-at", self.commit).stdout.strip())

    def released(self, folder: str) -> Released:
        """What `folder`, seen from our own, held in it. Nothing, where it was not there."""
        listed = _git(self.folder, "ls-tree", "--name-only", self.commit, f"{folder}/").stdout.splitlines()
        paths = {Path(path).name: path for path in listed if is_record(path.rpartition("/")[2])}
        files = {name: _git(self.folder, "show", f"{self.commit}:./{path}").stdout for name, path in paths.items()}
        return Released(files, f"{self.name}:{folder}")


def _git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = ["git", *arguments]
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    except OSError as error:
        raise ContractsError(f"git cannot be run ({error.strerror}); install it, or leave out --against") from error
