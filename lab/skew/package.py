"""A service as a package that has versions: copies of its folder, each of which can be changed and built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

from lab.errors import LabError
from lab.index.wheels import build
from lab.releasing.release import Release
from lab.where import REFERENCE_APP

NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.egg-info", "tests")
SECONDS = 60.0

# Django's own makemigrations, for one app and without any project around it.
MAKE = """
import sys
import django
from django.conf import settings
from django.core.management import call_command
app, label, name = sys.argv[1:]
settings.configure(INSTALLED_APPS=[app], USE_TZ=True)
django.setup()
call_command("makemigrations", label, name=name, interactive=False, verbosity=0)
"""


class Package(Release):
    """One version of a service's distribution. Its `name` is the version, and `folder` holds its source."""

    def __init__(self, folder: Path, service: str) -> None:
        super().__init__(folder)
        self.service = service
        self.distribution = f"clever-service-{service}"
        self._wheel: Path | None = None

    @property
    def code(self) -> str:
        """Where its modules are, seen from its folder."""
        return f"clever/service/{self.service}"

    def next(self, name: str) -> "Package":
        """The next version, a copy of this one with its number."""
        following = Package(super().next(name).folder, self.service)
        file = following.folder / "pyproject.toml"
        numbered = file.read_text(encoding="utf-8").replace(f'version = "{self.name}"', f'version = "{name}"')
        file.write_text(numbered, encoding="utf-8")
        return following

    def replace(self, file: str, old: str, new: str) -> "Package":
        """Change one place of a module, such as models.py. Raises LabError where `old` is not there exactly once."""
        self._wheel = None
        super().replace(f"{self.code}/{file}", old, new)
        return self

    def makemigrations(self, name: str) -> str:
        """Let Django write the migration that the models ask for, and return its operations as Django wrote them.

        Raises LabError where the models ask for none.
        """
        self._wheel = None
        before = self.migrations
        done = subprocess.run(
            [sys.executable, "-c", MAKE, self.code.replace("/", "."), self.service, name],
            env={**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        made = [migration for migration in self.migrations if migration not in before]
        if done.returncode or not made:
            raise LabError(f"{self.distribution} {self.name}: no migration was made", detail=done.stderr or done.stdout)
        file = self.folder / self.code / "migrations" / f"{made[0]}.py"
        text = file.read_text(encoding="utf-8")
        return f"# {file.name}\n{dedent(text[text.index('    operations = [') :]).rstrip()}"

    @property
    def migrations(self) -> list[str]:
        """The names of its migrations, in order."""
        return sorted(file.stem for file in (self.folder / self.code / "migrations").glob("0*.py"))

    def wheel(self) -> Path:
        """Its wheel, built from the folder as it is now."""
        if self._wheel is None:
            self._wheel = build(self.folder, self.folder.parent.parent / "wheels")
        return self._wheel


def package(service: str, *, folder: Path | str = "shop") -> Package:
    """A service's distribution as it is in the reference app, copied to `folder` to be worked on."""
    source = REFERENCE_APP / "services" / service
    if not source.is_dir():
        raise LabError(f"there is no service {service!r} in the reference app")
    version = _version(source / "pyproject.toml")
    target = Path(folder).resolve() / "packages" / version
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=NOT_COPIED)
    return Package(target, service)


def _version(file: Path) -> str:
    import tomllib

    return str(tomllib.loads(file.read_text(encoding="utf-8"))["project"]["version"])
