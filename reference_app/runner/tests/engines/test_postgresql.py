import re
import socket
from collections.abc import Callable, Iterator

import pytest

from clever.runner.engines import postgresql
from clever.runner.engines.postgresql import PostgreSQL, private_postgresql, replay_lag
from clever.runner.errors import StageError

psycopg = pytest.importorskip("psycopg")
pytestmark = pytest.mark.live


@pytest.fixture(autouse=True)
def _installed(postgresql_installed: None) -> None:
    pass


@pytest.fixture(scope="module")
def shared() -> Iterator[PostgreSQL]:
    """A server for tests that leave it as it was."""
    with private_postgresql() as server:
        yield server


def test_a_private_server_answers_and_is_gone_afterwards() -> None:
    with private_postgresql() as server:
        url = server.create("shop")
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT current_database()").fetchone() == ("shop",)

    assert not server.folder.exists()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", server.port)) != 0


def test_nobody_gets_in_without_the_password(shared: PostgreSQL) -> None:
    url = shared.url("postgres").replace(shared.password, "guess")

    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_the_password_is_not_shown(shared: PostgreSQL) -> None:
    assert shared.password not in repr(shared)


def test_a_database_is_made_once(shared: PostgreSQL) -> None:
    shared.create("once")

    with pytest.raises(StageError, match="createdb failed"):
        shared.create("once")


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_stopped_server_is_away_and_comes_back_with_what_was_committed(mode: postgresql.Mode) -> None:
    with private_postgresql() as server:
        server.ask("CREATE TABLE shop AS SELECT 42 AS answer")

        server.stop(mode)
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(server.url("postgres"))
        server.stop(mode)  # once more does no harm

        server.start()
        assert server.ask("SELECT answer FROM shop") == "42"


def test_a_stopped_server_leaves_nothing_either() -> None:
    with private_postgresql() as server:
        server.stop()

    assert not server.folder.exists()


def test_a_replica_follows_and_cannot_be_written_to(shared: PostgreSQL, until: Callable[[object], bool]) -> None:
    shared.ask("CREATE TABLE followed (number int)")
    with shared.replica() as replica:
        shared.ask("INSERT INTO followed SELECT generate_series(1, 1000)")

        assert until(lambda: replica.ask("SELECT count(*) FROM followed") == "1000")
        assert until(lambda: replay_lag(shared, replica).bytes == 0)
        with pytest.raises(StageError, match="read-only transaction"):
            replica.ask("INSERT INTO followed VALUES (1)")

    assert not replica.folder.exists()


def test_a_paused_replica_is_behind_and_catches_up(shared: PostgreSQL, until: Callable[[object], bool]) -> None:
    shared.ask("CREATE TABLE lagging (number int)")
    with shared.replica() as replica:
        shared.ask("INSERT INTO lagging VALUES (1)")
        assert until(lambda: replica.ask("SELECT count(*) FROM lagging") == "1")

        replica.pause()
        shared.ask("INSERT INTO lagging SELECT generate_series(1, 1000)")

        behind = replay_lag(shared, replica)
        assert behind.bytes > 1000 * 4
        assert replay_lag(shared, replica).seconds > behind.seconds > 0
        assert replica.ask("SELECT count(*) FROM lagging") == "1"

        replica.resume()
        assert until(lambda: replay_lag(shared, replica).bytes == 0)
        assert replica.ask("SELECT count(*) FROM lagging") == "1001"


def test_a_replica_with_a_delay_shows_a_commit_so_much_later(
    shared: PostgreSQL, until: Callable[[object], bool]
) -> None:
    shared.ask("CREATE TABLE delayed (number int)")
    with shared.replica(delay_ms=1000) as replica:
        shared.ask("INSERT INTO delayed VALUES (1)")

        assert replica.ask("SELECT count(*) FROM delayed") == "0"
        assert until(lambda: replica.ask("SELECT count(*) FROM delayed") == "1")


def test_a_replica_serves_while_its_primary_is_down_and_follows_again(until: Callable[[object], bool]) -> None:
    with private_postgresql() as primary:
        primary.ask("CREATE TABLE followed AS SELECT 1 AS number")
        with primary.replica() as replica:
            primary.stop("immediate")
            assert replica.ask("SELECT count(*) FROM followed") == "1"

            primary.start()
            primary.ask("INSERT INTO followed VALUES (2)")
            assert until(lambda: replica.ask("SELECT count(*) FROM followed") == "2")


def test_without_postgresql_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "find_binaries", lambda: None)

    with pytest.raises(StageError, match=re.escape("PostgreSQL is not installed; `inv doctor --install` gets it")):
        private_postgresql().__enter__()
