"""A pytest plugin for the markers that `inv test` chooses by.

`@pytest.mark.engine("nginx")` skips a test where the engine is absent, and says why. With CI=true nothing is skipped:
there a missing engine is a failure. `@pytest.mark.full` is for what takes too long for every day, `@pytest.mark.alone`
for what would disturb all else.
"""

import os
from functools import cache

import pytest

from clever.runner.engines import programs
from workbook import engines, installing


@cache
def missing(name: str) -> str:
    """Why a test that needs this engine cannot run; empty if it can. Raises KeyError for a name that nobody knows."""
    engine = {each.name: each for each in engines.table()}[name]
    if not programs.missing([name]):
        return ""
    if engine.find():
        return f"{name} is installed but does not answer"
    return f"{name} is missing ({installing.how_to_get(engine) or 'no package known'})"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "alone: nothing else may run meanwhile; only `inv test --full` runs it")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("engine"):
        reason = missing(marker.args[0])
        if reason and os.environ.get("CI") == "true":
            pytest.fail(f"{reason}, and with CI=true nothing is skipped", pytrace=False)
        if reason:
            pytest.skip(reason)
