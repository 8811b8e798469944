"""The monolith, running for the tests of faults alone: its data is in a folder of its own, and nobody else's is met."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import lab


@pytest.fixture(scope="session")
def monolith(tmp_path_factory: pytest.TempPathFactory) -> Iterator[lab.Stage]:
    """The monolith on SQLite. Each test leaves it well."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("DATABASE_URL", "CACHE_URL"):
            environment.delenv(name, raising=False)
        environment.setenv("STAGES_STATE", str(tmp_path_factory.mktemp("state")))
        yield lab.up("monolith")
        lab.down("monolith")


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
