"""What the permitter starts with: who may call whom, as stage.toml says, and how each caller is recognised."""

import json
from collections.abc import Mapping

from {{ cookiecutter.namespace }}.runner.secrets import caller_secret, digest
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile


def permits_seed(stage: StageFile, secrets: Mapping[str, str]) -> str:
    """The value of PERMITS_SEED: JSON with each caller's digest, and a list of caller, service and operation.

    Each project is among the callers, permits or not: it asks the permitter in its own name.
    """
    callers = sorted({*stage.projects, *stage.permits})
    permits = [
        [caller, *permit.split(" ", maxsplit=1)] for caller, allowed in stage.permits.items() for permit in allowed
    ]
    return json.dumps({"callers": {each: digest(secrets[caller_secret(each)]) for each in callers}, "permits": permits})
