"""An environment of its own for one project, in which one package has the version that this project chose."""

import subprocess
import sys
import sysconfig
from importlib.metadata import distributions
from pathlib import Path

from lab.index.uv import Reach, uv

SECONDS = 60.0


class Environment:
    """A virtual environment in front of the workbook's: what it has itself goes first, all else is the workbook's.

    So it is made in a moment, and nothing has to be fetched. A project on a server would have the rest in it as well.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "bin" / "python"
        uv("venv", "--clear", "--python", sys.executable, folder)
        behind = sysconfig.get_path("purelib")
        # site reads such a file, and runs its line: the workbook's folder follows, with what it says of others.
        self._site.joinpath("workbook.pth").write_text(f"import site; site.addsitedir({behind!r})\n", encoding="utf-8")

    def install(self, requirement: str | Path, *options: str) -> None:
        """Install a wheel, or by its name: `install("coupon==0.2.0", "--default-index", url)`. What that needs is not.

        `options` are those of `uv pip install`. Without any, nobody is asked for anything.
        Raises LabError where it cannot be had.
        """
        reach = Reach.NAMED if options else Reach.NOWHERE
        uv("pip", "install", "--python", self.python, "--no-deps", "--reinstall", *options, requirement, reach=reach)

    def versions(self) -> dict[str, str]:
        """What it has itself."""
        return {one.name: one.version for one in distributions(path=[str(self._site)])}

    def says(self, code: str) -> str:
        """The last line that its Python has to say of this code, be it an error."""
        # Isolated, apart from its own packages: no variable, and no file that lies about here, is to decide.
        done = subprocess.run([self.python, "-I", "-c", code], capture_output=True, text=True, timeout=SECONDS)
        return ((done.stdout or done.stderr).strip().splitlines() or [""])[-1]

    @property
    def _site(self) -> Path:
        return next(self.folder.glob("lib/python*/site-packages"))
