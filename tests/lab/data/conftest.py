"""One private PostgreSQL for all tests of this folder; each takes a database of its own."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from clever.runner.engines.postgresql import PostgreSQL, private_postgresql


@pytest.fixture(scope="session")
def server() -> Iterator[PostgreSQL]:
    with private_postgresql() as running:
        yield running


@pytest.fixture
def url(server: PostgreSQL) -> str:
    return server.create(f"test_{uuid4().hex}")
