"""devpi itself, in an environment of its own: it wants other versions of some libraries than the workbook does."""

import contextlib
import json
import secrets
import shutil
import sys
from pathlib import Path

from lab.display import Shown
from lab.errors import LabError
from lab.index.uv import Reach, uv
from lab.running.progress import announcer
from lab.where import ROOT

NEEDS = "devpi-server>=6.20,<7"


def home() -> Path:
    """Where it is kept: inside the workbook's environment, so that it is as old as that, and goes with it."""
    return Path(sys.prefix) / "tools" / "devpi"


class Devpi(Shown):
    """Whether devpi is here, and what came with it."""

    def __init__(self, version: str = "", packages: int = 0, why_not: str = "") -> None:
        self.version = version
        self.packages = packages
        self.why_not = why_not

    def __bool__(self) -> bool:
        return bool(self.version)

    def text(self) -> str:
        if self:
            return f"devpi-server {self.version} is here, in an environment of its own with {self.packages} packages."
        return f"devpi is not here, and could not be fetched: {self.why_not}. The lesson goes on without it."


def get_devpi() -> Devpi:
    """Have devpi, which is fetched from PyPI the first time. Never raises: without it the lesson goes on."""
    from clever.runner.engines import programs

    if "devpi" in programs.absent():
        return Devpi(why_not=f"{programs.WITHOUT} says that it is missing")
    try:
        if programs.find("devpi") is None:
            install()
        python = program("python3")
        listed = json.loads(uv("pip", "list", "--format=json", "--quiet", "--python", python))
    except LabError as error:
        return Devpi(why_not=error.line)
    versions = {one["name"]: one["version"] for one in listed}
    return Devpi(versions["devpi-server"], len(versions))


def program(name: str) -> Path:
    """A program of devpi's, such as devpi-init. Raises LabError where devpi is not here."""
    from clever.runner.engines import programs

    found = programs.find("devpi")
    if found is None:
        raise LabError("devpi is not here yet: call lab.get_devpi() first, which fetches it")
    return found.resolve().with_name(name)


def install(target: Path | None = None) -> None:
    """Make its environment. Raises LabError where that cannot be done, and then leaves nothing behind."""
    from clever.runner import Step

    target = target or home()
    # Beside its place, and moved there when all is well: who is interrupted, or offline, finds no half of it.
    half = target.with_name(f"{target.name}-{secrets.token_hex(4)}")
    tell, wipe = announcer("devpi")
    try:
        tell(Step("fetching it from PyPI, once", "devpi"))
        uv("venv", "--relocatable", "--python", sys.executable, half)
        # In our folder, for our pyproject.toml: no package is newer than the workbook's own.
        uv("pip", "install", "--python", half / "bin" / "python", NEEDS, reach=Reach.ANYWHERE, folder=ROOT)
        with contextlib.suppress(OSError):  # somebody else was quicker, and theirs is as good
            half.rename(target)
    finally:
        wipe()
        shutil.rmtree(half, ignore_errors=True)
