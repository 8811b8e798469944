"""A load that goes on while something else is looked at."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from lab.errors import LabError
from lab.measure.loading import DRIVER, LONGEST, Target, order_for

START_SECONDS = 30.0
LOOK_SECONDS = 0.05


@contextmanager
def busy(target: Target, scenario: str, *, users: int = 32, path: str = "/", **options: Any) -> Iterator[None]:
    """Keep a target busy for as long as the block lasts: `with lab.busy(stage, "board", users=32): ...`

    It is what `lab.load` does, with nobody counting. The block begins when somebody has been answered. At the latest
    it is over after five minutes. Raises LabError before the block where nothing answers, and after it where the load
    had ended by itself.
    """
    order = order_for(target, scenario, seconds=LONGEST, users=users, options={"path": path, **options})
    with tempfile.TemporaryDirectory(prefix="lab-busy-") as folder:
        command = [sys.executable, str(DRIVER), str(Path(folder) / "measured.json")]
        driver = subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        try:
            # Through the pipe: it can hold a secret, and command lines are there for all to read.
            with cast("IO[str]", driver.stdin) as pipe:
                pipe.write(json.dumps(order))
            _wait(driver, Path(folder) / "begun")
            yield
            if driver.poll() is not None:
                raise _failed(driver, "the load ended before its time")
        finally:
            driver.kill()
            driver.wait()
            cast("IO[str]", driver.stderr).close()


def _wait(driver: "subprocess.Popen[str]", begun: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not begun.exists():
        if driver.poll() is not None:
            raise _failed(driver, "the load could not run")
        if time.monotonic() > deadline:
            raise LabError(f"nobody was answered within {START_SECONDS:g} s: try fewer users")
        time.sleep(LOOK_SECONDS)


def _failed(driver: "subprocess.Popen[str]", what: str) -> LabError:
    said = cast("IO[str]", driver.stderr).read().strip().splitlines() or ["locust ended without a word"]
    return LabError(f"{what}: {said[-1]}", detail="\n".join(said[-8:-1]))
