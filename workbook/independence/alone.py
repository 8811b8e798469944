"""One project of a stage, installed by itself and tried."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx2

import lab
from clever.runner import commands
from clever.runner.environment import preparing_environment, settings_environment
from clever.runner.places import StageFolder
from clever.runner.ports import base_url
from clever.runner.secrets import ensure_secrets
from clever.runner.stagefile import Project, StageFile, load_stage
from workbook.errors import BookError
from workbook.independence.company import company, strangers
from workbook.independence.wheels import Environment, Wheels

# What every project is installed with. Of services, there is its own.
COMMON = ("clever-kit", "clever-contracts", "permittee")
FOR_TESTS = ("clever-kit[testing]", "clever-contracts[testing]")


@dataclass(frozen=True)
class Alone:
    """A project of `stage` that runs in `folder`, on an environment of its own."""

    stage: StageFile
    name: str
    root: Path
    folder: Path
    environment: Environment

    @classmethod
    def install(cls, stage: str, name: str, *, root: Path, folder: Path) -> "Alone":
        """Install it as its stage's README says: the stage, with the extra that is called like the project."""
        wheels = Wheels.build(root, folder / "wheels")
        alone = cls(load_stage(stage, root), name, root, folder / "project", wheels.environment(folder / "environment"))
        alone.environment.install([f"{alone.distribution}[{name}]"])
        alone.folder.mkdir()
        for file in ("manage.py", "gunicorn.conf.py"):
            shutil.copy(alone.stage.sources / file, alone.folder)
        return alone

    @property
    def project(self) -> Project:
        return self.stage.projects[self.name]

    @property
    def distribution(self) -> str:
        return f"clever-stage-{self.stage.name}"

    @property
    def beneath(self) -> set[str]:
        """The distribution of the stage that this one adds to, if it does: it comes along, without any service."""
        return {f"clever-stage-{self.stage.extends}"} if self.stage.extends else set()

    def has_no_company(self) -> None:
        """Raises BookError where another service is there as well, or another part of this repository."""
        own = {*COMMON, *self.beneath, self.distribution, f"clever-service-{self.name}"}
        ours = {line.split()[0] for line in self.environment.wheels.ours.read_text().splitlines()}
        found = company(self.environment.python, self.folder, dict(os.environ))
        if others := list(strangers(found, own=own, apps=self.project.apps, ours=ours)):
            raise BookError(f"{', '.join(others)} came along, and {self.name} is to run without")
        if missing := set(self.project.apps) - set(found.services):
            raise BookError(f"{', '.join(sorted(missing))} is missing, and is what {self.name} is about")

    def prepares(self) -> None:
        """Its checks find nothing, and all that goes before its start succeeds. Raises BookError."""
        words = ["check --fail-level WARNING", *self.project.prepare]
        self._run("-P", commands.__file__, *words, settings=self._settings(free_port=lab.free_port()))

    def serves(self) -> None:
        """It boots while no other service is there, says that it is alive, and describes its API. Raises LabError."""
        port = lab.free_port()
        gunicorn = [str(self.environment.python), "-m", "gunicorn", "--config", "gunicorn.conf.py", self.project.wsgi]
        url, settings = base_url(port), self._settings(free_port=port)
        with lab.process(gunicorn, folder=self.folder, environment=settings, ready_url=f"{url}/healthz", seconds=60):
            described = httpx2.get(f"{url}/api/openapi.json", timeout=20, trust_env=False)
            if described.status_code != 200:
                raise BookError(f"{self.name} answers /healthz, and /api/openapi.json with {described.status_code}")

    def test(self, arguments: Sequence[str]) -> int:
        """The exit status of its service's own tests, which are copied: what they import is what is installed."""
        self.environment.install(FOR_TESTS)
        service = self.root / "reference_app" / "services" / self.name
        shutil.copytree(service / "tests", self.folder / "tests", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(service / "pyproject.toml", self.folder)
        command = [str(self.environment.python), "-m", "pytest", "-p", "no:cacheprovider", *arguments]
        return subprocess.run(command, cwd=self.folder, check=False).returncode

    def _settings(self, *, free_port: int) -> dict[str, str]:
        """What its settings read, with nobody at the address of any other project."""
        state = StageFolder.of(self.stage.name, self.root)
        state.make()
        secrets = ensure_secrets(self.stage, state.secrets)
        nobody = 9  # the port of a service that throws away what it is told, and that no machine runs any more
        ports = dict.fromkeys(self.stage.projects, nobody) | {self.name: free_port}
        own = settings_environment(self.stage, self.name, state, secrets=secrets, ports=ports, given={})
        return own | preparing_environment(self.project, secrets)

    def _run(self, *words: str, settings: dict[str, str]) -> None:
        ran = subprocess.run(
            [str(self.environment.python), *words],
            cwd=self.folder,
            env=dict(os.environ) | settings,
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode:
            raise BookError(f"preparing failed\n{ran.stdout}{ran.stderr}")
