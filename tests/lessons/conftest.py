"""Lessons are read to name the tests of them, which takes seconds. Where only live tests are wanted, none is read."""

from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """None: others may decide."""
    return True if config.option.markexpr.split()[:1] == ["live"] else None


def pytest_itemcollected(item: pytest.Item) -> None:
    if item.get_closest_marker("live"):
        raise pytest.UsageError(f"{item.nodeid} would never run: tests of this folder start nothing")
