from collections.abc import Iterator

import pytest

import lab


@pytest.fixture(scope="session")
def composition() -> Iterator[lab.Stage]:
    """The composition on SQLite, for all tests that need one. Each leaves it well."""
    yield lab.up("composition")
    lab.down("composition")


@pytest.fixture(scope="session")
def festival(composition: lab.Stage) -> Iterator[lab.Festival]:
    """An event that goes on, with a reward for three points."""
    with lab.festival(composition) as festival:
        yield festival
