"""One build, told step by step."""

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.containers.engine import Engine
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.logs import telling_line
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step

# `Step 3/20 : RUN npm ci` of docker, `STEP 3/20: RUN npm ci` of podman, `#9 [assets 3/7] RUN npm ci` of BuildKit.
STEP = re.compile(r"(?:step |#\d+ \[(?:\S+ )?)(?P<done>\d+)/(?P<total>\d+)\]?\s*:?\s*(?P<what>\w+)", re.IGNORECASE)

# What docker's older builder says as it tidies up after a step, whether that went well or not.
TIDYING = re.compile(r"Removing intermediate container [0-9a-f]+")

# A build needs to know of a proxy, its image does not: arguments of these names are kept in no layer and no history.
PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")


def build(
    engine: Engine,
    tag: str,
    *,
    containerfile: Path,
    context: Path,
    arguments: Mapping[str, str],
    progress: Progress,
    afresh: bool = False,
    network: str = "",
) -> None:
    """Make the image `tag`. Raises StageError with the line that tells why where that fails."""
    # Where a step fails, docker's older builder leaves its container behind unless told not to.
    command = [str(engine.program), "build", "--force-rm", "--tag", tag, "--file", str(containerfile)]
    command += ["--no-cache"] if afresh else []
    command += ["--network", network] if network else []
    command += ["--format", "docker"] if engine.name == "podman" else []  # its own has no health checks
    for name, value in arguments.items():
        command += ["--build-arg", f"{name}={value}"]
    for name in PROXIES:
        command += ["--build-arg", name] if os.environ.get(name) else []
    run_told([*command, str(context)], lambda line: _step(line, tag), progress, failing=f"{tag} cannot be built")


def _step(line: str, tag: str) -> Step | None:
    found = STEP.match(line)
    return Step("built", tag, int(found["done"]), int(found["total"])) if found else None


def run_told(
    command: list[str],
    step: Callable[[str], Step | None],
    progress: Progress,
    *,
    failing: str,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run a command, and tell of each line that `step` takes for one.

    Raises StageError where it cannot be run or fails: `failing`, and the line that tells why.
    """
    said: list[str] = []
    try:
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=None if environment is None else dict(environment),
            text=True,
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                said.append(line)
                if told := step(line):
                    progress(told)
    except OSError as error:
        raise StageError(f"{failing}: {command[0]} cannot be run ({error.strerror})") from error
    if process.returncode:
        raise StageError(f"{failing}: {why(''.join(said))}")


def why(said: str) -> str:
    """What went wrong in a build: the line before the engine's own last word, which only repeats the command."""
    lines = [line for line in said.splitlines() if line.strip() and not TIDYING.search(line)]
    verdict = lines and re.match(r"The command |ERROR: |Error: building", lines[-1])
    return telling_line("\n".join(lines[:-1] if verdict and len(lines) > 1 else lines))
