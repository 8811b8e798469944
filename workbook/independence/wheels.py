"""All distributions of this repository as wheels, and an environment made from some of them."""

import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lab.errors import LabError
from lab.index.uv import Reach, uv


@dataclass(frozen=True)
class Wheels:
    """The wheels in a folder, and the day after which nothing is seen that others have published."""

    folder: Path
    exclude_newer: str

    @classmethod
    def build(cls, root: Path, folder: Path) -> "Wheels":
        """Build them from the sources beneath `root`. Raises LabError where one does not build."""
        table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
        uv("build", "--quiet", "--all-packages", "--wheel", "--out-dir", folder, root)
        wheels = cls(folder, table["tool"]["uv"]["exclude-newer"])
        wheels.ours.write_text("".join(f"{_name(file)} @ {file.as_uri()}\n" for file in sorted(folder.glob("*.whl"))))
        return wheels

    @property
    def ours(self) -> Path:
        """Constraints: each of our names stands for our wheel, whatever an index may offer under it."""
        return self.folder / "ours.txt"

    def environment(self, folder: Path) -> "Environment":
        """A new, empty environment in `folder`."""
        uv("venv", "--quiet", "--python", sys.executable, folder)
        return Environment(folder / "bin" / "python", self)


@dataclass(frozen=True)
class Environment:
    """A virtual environment of one project."""

    python: Path
    wheels: Wheels

    def install(self, requirements: Sequence[str]) -> None:
        """Install them: from what uv has at hand, and only where that does not do, from the index.

        Raises LabError where a requirement cannot be had.
        """
        options = [f"--constraint={self.wheels.ours}", f"--exclude-newer={self.wheels.exclude_newer}"]
        command = ["pip", "install", "--quiet", f"--python={self.python}", *options, *requirements]
        try:
            uv(*command)
        except LabError:
            uv(*command, reach=Reach.ANYWHERE)


def _name(wheel: Path) -> str:
    """`clever_kit-0.1.0-py3-none-any.whl` as `clever-kit`."""
    return wheel.name.split("-")[0].replace("_", "-")
