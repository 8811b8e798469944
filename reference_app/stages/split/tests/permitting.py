"""The permitter of a stage that runs, from its own command line."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping

from clever.runner.envfile import read_env
from clever.runner.secrets import digest

from .conftest import STAGE
from .running import Split


def permits(split: Split, *words: str) -> str:
    """`manage.py permits ...`; what it says. When this returns, it has happened."""
    return _manage(split, "permits", *words)


def plant(split: Split, callers: Mapping[str, str], permits: Iterable[tuple[str, str]]) -> None:
    """Add callers with their secrets, and give each of them all of these permits: a service, and an operation."""
    seed = {
        "callers": {name: digest(secret) for name, secret in callers.items()},
        "permits": [(name, service, operation) for name in callers for service, operation in permits],
    }
    _manage(split, "seed_permits", PERMITS_SEED=json.dumps(seed))


def _manage(split: Split, *words: str, **variables: str) -> str:
    environment = os.environ | read_env(split.folder.environment("permitter")) | variables
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, cwd=STAGE, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
