"""What tests of faults need beside the running monolith."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import lab


@pytest.fixture
def until() -> Callable[[Callable[[], bool]], bool]:
    """Waits until something is true, for ten seconds at most."""

    def wait(true: Callable[[], bool]) -> bool:
        deadline = time.monotonic() + 10
        while not true():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True

    return wait


@pytest.fixture
def databases(monolith: lab.Stage) -> Path:
    """The folder of the monolith's database."""
    return Path(os.environ["STAGES_STATE"]) / "monolith" / "databases"
