"""A load: many users at once, played by locust in a process of its own (gevent patches the whole interpreter)."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lab.errors import LabError
from lab.measure.result import Load
from lab.measure.targets import must_answer, refuse_other_machines
from lab.running.processes import Process
from lab.running.stages import Stage

SCENARIOS = Path(__file__).parent.parent / "scenarios"
DRIVER = Path(__file__).with_name("driver.py")
LONGEST = 300
"""Seconds. A lesson never needs more, and a typing error should not run all night."""
GRACE = 30
"""Seconds beyond the load's own in which locust must start, gather codes and end."""


def scenarios() -> list[str]:
    """The names of the scenarios: each is a small file in lab/scenarios."""
    return sorted(path.stem for path in SCENARIOS.glob("*.py") if not path.stem.startswith("_"))


Target = Stage | Process | str


def load(target: Target, scenario: str, *, seconds: float = 5, users: int = 8, path: str = "/", **options: Any) -> Load:
    """Put a target under load for `seconds`, with `users` who each send the next request as soon as they may.

    `target` is a stage, a server that the lab started, or an address of this machine. `scenario` is a name from
    `lab/scenarios`; "page" reads `path`. Further `options` are the scenario's own.
    Raises LabError before anything is sent if the target does not answer.
    """
    order = order_for(target, scenario, seconds=seconds, users=users, options={"path": path, **options})
    found = _drive(order, seconds + GRACE)
    return Load(scenario=scenario, users=users, seconds=found["seconds"], times=found["times"], errors=found["errors"])


def order_for(
    target: Target, scenario: str, *, seconds: float, users: int, options: Mapping[str, Any]
) -> dict[str, Any]:
    """What the driver is told. Raises LabError for what cannot be had, and where the target does not answer."""
    if scenario not in scenarios():
        raise LabError(f"there is no scenario {scenario!r}: choose one of {', '.join(scenarios())}")
    if not 0 < seconds <= LONGEST or not 0 < users <= 500:
        raise LabError(f"a load of {users} users for {seconds:g} s is not for here: at most 500 users and {LONGEST} s")
    url = target if isinstance(target, str) else target.url
    refuse_other_machines(url)
    advice = f'start it with lab.up("{target.name}")' if isinstance(target, Stage) else "start the server first"
    must_answer(url, advice)
    order: dict[str, Any] = {
        "scenario": str(SCENARIOS / f"{scenario}.py"),
        "seconds": seconds,
        "users": users,
        "url": url,
        "bases": {name: target.base(name) for name in target.services} if isinstance(target, Stage) else {},
        "options": dict(options),
    }
    if isinstance(target, Stage):
        order["caller"] = list(target.game_server)
    return order


def _drive(order: Mapping[str, Any], timeout: float) -> dict[str, Any]:
    """Run locust to its end and read what it measured. It is never left behind, however this is interrupted."""
    with tempfile.TemporaryDirectory(prefix="lab-load-") as folder:
        answer = Path(folder) / "measured.json"
        command = [sys.executable, str(DRIVER), str(answer)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        ) as driver:
            try:
                # The order goes through the pipe: it can hold a secret, and command lines are there for all to read.
                _, said = driver.communicate(json.dumps(order), timeout=timeout)
            except subprocess.TimeoutExpired as error:
                driver.kill()
                raise LabError(f"the load did not end within {timeout:g} s and was stopped: try fewer users") from error
            except BaseException:
                driver.kill()
                raise
        if driver.returncode != 0:
            lines = said.strip().splitlines() or ["locust ended without a word"]
            raise LabError(f"the load could not run: {lines[-1]}", detail="\n".join(lines[-8:-1]))
        return dict(json.loads(answer.read_text(encoding="utf-8")))
