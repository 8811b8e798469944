"""Who else is in an environment: distributions of ours, and services that can be imported."""

import json
import subprocess
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

# Of each service, what imports it; of each distribution, its name.
LOOK = """
import importlib.metadata, json, pkgutil
import clever.service
print(json.dumps({
    "distributions": sorted({one.name.lower() for one in importlib.metadata.distributions()}),
    "services": sorted(module.name for module in pkgutil.iter_modules(clever.service.__path__)),
}))
"""


@dataclass(frozen=True)
class Company:
    """The names of all distributions, and of all modules beneath clever.service."""

    distributions: tuple[str, ...]
    services: tuple[str, ...]


def company(python: Path, folder: Path, environment: dict[str, str]) -> Company:
    """Whom `python` finds when it is started in `folder`."""
    ran = subprocess.run(
        [str(python), "-c", LOOK], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    found = json.loads(ran.stdout)
    return Company(tuple(found["distributions"]), tuple(found["services"]))


def strangers(found: Company, *, own: Collection[str], apps: Collection[str], ours: Collection[str]) -> Iterator[str]:
    """What is there and should not be: a distribution of `ours` that is not `own`, a service that is none of `apps`."""
    yield from (name for name in found.distributions if name in ours and name not in own)
    yield from (f"clever.service.{name}" for name in found.services if name not in apps)
