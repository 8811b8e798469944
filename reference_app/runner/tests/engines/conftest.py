"""What the tests of all engines share."""

import os
import time
from collections.abc import Callable

import psutil
import pytest

from clever.runner.engines.postgresql import find_binaries
from clever.runner.engines.redis import find_redis
from clever.runner.engines.sshd import find_sshd


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
def gone(until: Callable[[Callable[[], bool]], bool]) -> Callable[[int], bool]:
    """Whether a process ends. One that nobody has buried yet has ended."""

    def ended(pid: int) -> bool:
        try:
            return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return True

    return lambda pid: until(lambda: ended(pid))


@pytest.fixture
def postgresql_installed() -> None:
    need("PostgreSQL", find_binaries())


@pytest.fixture
def redis_installed() -> None:
    need("Redis", find_redis())


@pytest.fixture
def sshd_installed() -> None:
    need("sshd", find_sshd())


def need(name: str, found: object) -> None:
    """Skip where an engine is absent; in CI, which has to have it, fail."""
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{name} is not installed, and CI must have it")
        pytest.skip(f"{name} is not installed; `inv doctor --install` gets it")
