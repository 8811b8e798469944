"""Where two projects live: what the runner tells and does for the stage `split`, in a folder of the lesson's own."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lab.errors import LabError
from lab.running.commands import process
from lab.running.ports import HOST, free_port
from lab.running.processes import Process
from lab.skew.environment import Environment
from lab.skew.package import Package
from lab.where import ROOT

if TYPE_CHECKING:
    from clever.runner import StageFile

STAGE = "split"
PREPARE = {
    "permitter": ("migrate --no-input", "seed_permits"),
    "coupon": ("migrate --no-input",),  # and no `fill`: a page of campaigns is enough to be asked for
    "backoffice": ("migrate --no-input", "collectstatic --no-input", "ensure_staff"),
}
START_SECONDS = 60.0
COMMAND_SECONDS = 60.0


@dataclass(frozen=True)
class Layout:
    """The folder, and what each project's settings read there. It holds secrets, so it shows none of itself."""

    folder: Path
    stage: "StageFile"
    settings: Mapping[str, Mapping[str, str]]
    caller: tuple[str, str]
    staff: tuple[str, str]
    ports: Mapping[str, int]

    def __repr__(self) -> str:
        return f"<Layout {self.folder.name}>"

    def database(self, project: str) -> Path:
        """A project's SQLite file."""
        return self.folder / "projects" / "databases" / f"{self.stage.projects[project].database}.sqlite3"

    def environment(self, project: str, requirement: str | Path | None, *options: str) -> Environment:
        """A fresh environment for a project, with this package in it, or with none but the workbook's."""
        name = f"{project}-{requirement.stem if isinstance(requirement, Path) else requirement or 'plain'}"
        made = Environment(self.folder / "environments" / name)
        if requirement is not None:
            made.install(requirement, *options)
        return made

    def serve(self, project: str, environment: Environment) -> Process:
        """Start a project's gunicorn, and wait until it is alive. The permitter is where coupon looks for it."""
        port = self.ports[project] if project == "permitter" else free_port()
        configuration = self.stage.folder / "gunicorn.conf.py"
        wsgi = self.stage.projects[project].wsgi
        command = [environment.python, "-m", "gunicorn", "--config", configuration, f"{wsgi}:application"]
        return process(
            [str(word) for word in command],
            ready_url=f"http://{HOST}:{port}/healthz",
            folder=self.stage.folder,
            environment={**self.settings[project], "BIND": f"{HOST}:{port}"},
            seconds=START_SECONDS,
        )

    def migrate(self, package: Package, target: str) -> None:
        """`manage.py migrate` of the project to which the package belongs, with this version of it."""
        python = self.environment("migrating", package.wheel()).python
        done = subprocess.run(
            [python, "-m", "django", "migrate", "--no-input", package.service, target],
            cwd=self.stage.folder,
            env={**os.environ, "PYTHONPATH": str(self.stage.folder), **self.settings[package.service]},
            capture_output=True,
            text=True,
            timeout=COMMAND_SECONDS,
        )
        if done.returncode:
            raise LabError(f"migrate {package.service} {target} failed", detail=done.stderr.strip().splitlines()[-1])


def lay_out(folder: Path) -> Layout:
    """Make the databases and the staff, afresh. What an earlier run left there is removed."""
    from clever.runner import StageError, load_stage
    from clever.runner.environment import inherited, preparing_environment, settings_environment
    from clever.runner.places import StageFolder
    from clever.runner.prepare import prepare
    from clever.runner.progress import silent
    from clever.runner.secrets import credentials_from, ensure_secrets

    place = folder.resolve()
    shutil.rmtree(place / "projects", ignore_errors=True)
    kept = StageFolder(place / "projects")
    try:
        kept.make()
        stage = load_stage(STAGE, ROOT)
        secrets = ensure_secrets(stage, kept.secrets)
        # Those that do not run here have a port as well, at which nobody answers.
        ports = {name: free_port() for name in stage.projects}
        settings = {
            name: settings_environment(stage, name, kept, secrets=secrets, ports=ports, given={}) for name in PREPARE
        }
        preparing = {
            name: {**inherited(os.environ), **its, **preparing_environment(stage.projects[name], secrets)}
            for name, its in settings.items()
        }
        prepare(_only_these(stage), kept, preparing, silent)
    except StageError as error:
        raise LabError(str(error)) from error
    known = credentials_from(secrets)
    caller, staff = (known.caller_name, known.caller_secret), (known.staff_name, known.staff_password)
    return Layout(place, stage, settings, caller, staff, ports)


def _only_these(stage: "StageFile") -> "StageFile":
    """The stage as if it had the three projects alone, each with the commands that it needs here."""
    these = {name: stage.projects[name].model_copy(update={"prepare": its}) for name, its in PREPARE.items()}
    return stage.model_copy(update={"projects": these})
