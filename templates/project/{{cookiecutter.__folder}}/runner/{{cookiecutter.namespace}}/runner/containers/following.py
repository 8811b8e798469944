"""What the containers of a stage say, as they say it."""

import subprocess
from collections.abc import Iterator

from {{ cookiecutter.namespace }}.runner.containers.compose import Compose


def lines(compose: Compose) -> Iterator[tuple[str, str]]:
    """Each new line, with the name of its container, until all have ended."""
    command = [*compose.command, "logs", "--follow", "--no-color", "--tail", "0"]
    with subprocess.Popen(
        command,
        cwd=compose.home,
        env=compose.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        errors="replace",
    ) as process:
        try:
            for line in process.stdout or ():
                name, _, said = line.rstrip("\n").partition("| ")
                yield name.strip(), said
        finally:
            process.terminate()
