"""JupyterLab on the learner's folder."""

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

from workbook.errors import BookError


def command(folder: Path, *, first: str, browser: bool, port: int | None) -> list[str]:
    """The command that serves a folder. A port that was asked for is this port or none."""
    options = [
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{first}" if first else "--LabApp.default_url=/lab",
        # JupyterLab would otherwise ask another host for news, updates and extensions.
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
    ]
    if os.geteuid() == 0:
        options.append("--allow-root")  # a container's only user, as a rule
    if not browser:
        options.append("--no-browser")
    if port is not None:
        options += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    return [sys.executable, "-m", "jupyterlab", *options]


def become(folder: Path, *, first: str = "", browser: bool = True, port: int | None = None) -> NoReturn:
    """Turn this process into JupyterLab, so that Ctrl-C and every other signal reach it and nobody else.

    Raises BookError if the port that was asked for is taken.
    """
    if port is not None and _is_taken(port):
        raise BookError(f"port {port} is taken; choose another with --port, or leave it out for a free one")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    words = command(folder, first=first, browser=browser, port=port)
    sys.stdout.flush()
    os.execve(words[0], words, os.environ | {"PATH": path})  # noqa: S606 - no shell, and words of our own


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
