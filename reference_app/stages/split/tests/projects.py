"""The projects of a stage, each tried in a process and an environment of its own, as on a server."""

import json
import os
import secrets
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clever.kit.testing.programs import run_program
from clever.runner.stagefile import StageFile

DESCRIBING = Path(__file__).with_name("describing.py")

# What a production environment has; the seams lead nowhere.
PRODUCTION = {
    "SECURE": "1",
    "DEBUG": "0",
    "ALLOWED_HOSTS": "game.example",
    "SECRET_KEY": secrets.token_urlsafe(50),
    "CALLER_SECRET": secrets.token_urlsafe(50),
    "LOG_LEVEL": "CRITICAL",
}
NOWHERE = "http://127.0.0.1:9"


@dataclass(frozen=True)
class Projects:
    """Those of one stage."""

    table: StageFile

    def environment(self, project: str, folder: Path) -> dict[str, str]:
        """All that the project needs to start, and nothing of any other's. Its database is in `folder`."""
        table = self.table.projects[project]
        keys = {name: os.environ[name] for name in ("VID_PUBLIC_KEY", "VID_SIGNING_KEY")}
        if project != "vid":
            del keys["VID_SIGNING_KEY"]
        return {
            "PATH": os.environ["PATH"],
            **PRODUCTION,
            **keys,
            "DJANGO_SETTINGS_MODULE": table.settings,
            "CALLER_NAME": project,
            "DATABASE_URL": f"sqlite:///{folder / project}.sqlite3",
            **{f"{name.upper()}_DATABASE_URL": f"sqlite:///{folder / name}.sqlite3" for name in table.opens},
            **{seam: NOWHERE + url.partition("}")[2] for seam, url in self.table.seams_of(project).items()},
        }

    def manage(
        self, project: str, *arguments: str, folder: Path, **variables: str | None
    ) -> "subprocess.CompletedProcess[str]":
        """Run manage.py for a project. A variable that is given as None is taken out of the environment."""
        wanted = {**self.environment(project, folder), **variables}
        env = {name: value for name, value in wanted.items() if value is not None}
        sources = self.table.sources
        return run_program(sources / "manage.py", *arguments, folder=sources, environment=env)

    def describe(self, project: str, folder: Path) -> dict[str, Any]:
        """What `describing.py` finds in the project."""
        done = run_program(DESCRIBING, folder=self.table.sources, environment=self.environment(project, folder))
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found
