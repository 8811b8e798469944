import os
import socket

import pytest

from clever.runner.engines.postgresql import find_binaries, private_postgresql
from clever.runner.errors import StageError

psycopg = pytest.importorskip("psycopg")
pytestmark = pytest.mark.live


@pytest.fixture(autouse=True)
def _installed() -> None:
    if find_binaries() is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is not installed, and CI must have it")
        pytest.skip("PostgreSQL is not installed; `inv doctor --install` gets it")


def test_a_private_server_answers_and_is_gone_afterwards() -> None:
    with private_postgresql() as server:
        url = server.create("shop")
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT current_database()").fetchone() == ("shop",)

    assert not server.folder.exists()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", server.port)) != 0


def test_nobody_gets_in_without_the_password() -> None:
    with private_postgresql() as server:
        url = server.create("shop").replace(server.password, "guess")

        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(url)


def test_a_database_is_made_once() -> None:
    with private_postgresql() as server:
        server.create("shop")

        with pytest.raises(StageError, match="createdb failed"):
            server.create("shop")
