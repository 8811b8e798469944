"""Effective settings: what Django is really configured with, after environment and defaults."""

import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lab.errors import LabError
from lab.where import ROOT

DUMP = Path(__file__).with_name("dump_settings.py")
DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


def effective_settings(folder: Path) -> dict[str, dict[str, Any]]:
    """The settings of each project of a stage, as on a machine where it is started for the first time.

    Secrets are hidden; paths of this machine are cut. Raises LabError where the settings cannot be loaded.
    """
    from clever.runner import StageError, load_stage
    from clever.runner.environment import inherited, settings_environment
    from clever.runner.places import StageFolder
    from clever.runner.secrets import ensure_secrets

    with tempfile.TemporaryDirectory(prefix="lab-diff-") as scratch:
        state = StageFolder(Path(scratch))
        try:
            stage = load_stage(folder.name, folder.parent.parent)
            secrets = ensure_secrets(stage, state.secrets)
            ports = {name: project.port for name, project in stage.projects.items()}
            environments = {
                name: settings_environment(stage, name, state, secrets=secrets, ports=ports, given={})
                for name in stage.projects
            }
        except StageError as error:
            raise LabError(f"the settings of {folder.name} cannot be compared: {error}") from error

        def dumped(name: str) -> dict[str, Any]:
            environment = {**inherited({}), **environments[name]}
            return _dumped(stage.sources / stage.projects[name].folder, environment, scratch)

        with ThreadPoolExecutor(os.cpu_count()) as readers:  # each is a process of its own
            return dict(zip(environments, readers.map(dumped, environments), strict=True))


def _dumped(project: Path, environment: dict[str, str], scratch: str) -> dict[str, Any]:
    command = [sys.executable, str(DUMP)]
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise LabError(f"the settings of {environment['DJANGO_SETTINGS_MODULE']} cannot be loaded: {last}")
    text = done.stdout
    for path, name in ((str(project.resolve()), "."), (scratch, "var"), (str(ROOT), "")):
        text = text.replace(path, name)
    return dict(json.loads(DIGEST.sub("(a digest)", text)))
