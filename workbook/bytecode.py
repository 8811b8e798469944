"""Where Python keeps what it has compiled.

Tests start some hundred Python processes. Where PYTHONDONTWRITEBYTECODE is set, each compiles all that it imports,
which takes several times as long as to import it.
"""

from collections.abc import Mapping
from pathlib import Path

FORBIDDEN, ELSEWHERE = "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"


def kept_bytecode(environment: Mapping[str, str], build: Path) -> dict[str, str]:
    """`environment`, with bytecode kept in `build` where it is forbidden to keep it beside its source."""
    changed = dict(environment)
    if changed.pop(FORBIDDEN, "") and ELSEWHERE not in changed:
        changed[ELSEWHERE] = str(build / "bytecode")
    return changed
