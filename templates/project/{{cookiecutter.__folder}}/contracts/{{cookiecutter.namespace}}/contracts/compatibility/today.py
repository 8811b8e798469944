"""The descriptions of the services as they are in the code of today."""

import json
import subprocess
import sys
from pathlib import Path

from {{ cookiecutter.namespace }}.contracts.compatibility.canonical import Description, canonical
from {{ cookiecutter.namespace }}.contracts.compatibility.errors import ContractsError

PROGRAM = "{{ cookiecutter.namespace }}.contracts.compatibility.describing"


def describe(services: Path) -> dict[str, Description]:
    """The canonical description of each service in that folder, by name.

    Raises ContractsError where one cannot be loaded.
    """
    command = [sys.executable, "-m", PROGRAM, str(services)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        last = (ran.stderr.strip().splitlines() or [f"exit status {ran.returncode}"])[-1]
        raise ContractsError(f"{services}: the services cannot be described ({last}); mend that first")
    return {name: canonical(openapi) for name, openapi in json.loads(ran.stdout).items()}
