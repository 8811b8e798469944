"""JupyterLab on the learner's folder."""

import os
import subprocess
import sys
from pathlib import Path

from workbook.errors import BookError


def command(folder: Path, *, first: str, browser: bool, port: int | None) -> list[str]:
    """The command that serves a folder. A port that was asked for is this port or none."""
    options = [
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{first}" if first else "--LabApp.default_url=/lab",
        # JupyterLab would otherwise ask another host for news and updates.
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    if not browser:
        options.append("--no-browser")
    if port is not None:
        options += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    return [sys.executable, "-m", "jupyterlab", *options]


def serve(folder: Path, *, first: str = "", browser: bool = True, port: int | None = None) -> None:
    """Serve until Ctrl-C. Raises BookError if JupyterLab ends by itself with a failure."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    words = command(folder, first=first, browser=browser, port=port)
    served = subprocess.run(words, env=os.environ | {"PATH": path}, check=False)  # noqa: S603 - our own words
    if served.returncode:
        raise BookError(f"JupyterLab ended with exit status {served.returncode}; its last lines above say why")
