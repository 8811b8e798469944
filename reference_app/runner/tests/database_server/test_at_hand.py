"""The server of a stage that does not run, for as long as somebody needs it."""

import os
import signal
import socket
import subprocess

import pytest

from clever import runner
from clever.runner.addresses import of_a_start
from clever.runner.backups import backup, restore
from clever.runner.database_server import at_hand, stop_orphan
from clever.runner.database_server.cluster import Cluster
from clever.runner.database_server.lockfile import server_on
from clever.runner.database_server.serving import start
from clever.runner.engines.postgresql import find_binaries
from clever.runner.engines.unprivileged import other_user
from clever.runner.envfile import read_env
from clever.runner.environment import inherited
from clever.runner.errors import StageError
from clever.runner.own_databases import server_port
from clever.runner.processes import MARK, of_stage
from clever.runner.secrets import ensure_secrets, of_database_server

psycopg = pytest.importorskip("psycopg")
pytestmark = [
    pytest.mark.live,
    pytest.mark.engine("postgresql"),
    pytest.mark.usefixtures("tiny", "stopped_afterwards"),
]


@pytest.fixture
def made(tiny, folder):
    folder.make()


@pytest.fixture
def number(tiny, folder, made):
    """`number()`: connect as the project does, and read what the first connection has written."""

    def read() -> int:
        with psycopg.connect(of_a_start(tiny, folder, {})["tiny"]) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS kept AS SELECT 42 AS number")
            return connection.execute("SELECT number FROM kept").fetchone()[0]

    return read


def test_it_runs_within_the_block_alone(tiny, folder, made):
    with at_hand(tiny, folder, ("tiny",)):
        server = server_on(folder.postgresql / "data")
        with at_hand(tiny, folder, ("tiny",)):
            assert server_on(folder.postgresql / "data") == server

    assert of_stage(folder.path) == []


def test_nobody_starts_it_for_nothing(tiny, folder, made):
    with at_hand(tiny, folder, ()):
        assert not folder.postgresql.exists()


def test_it_is_gone_after_whatever_went_wrong(tiny, folder, made):
    with pytest.raises(KeyboardInterrupt), at_hand(tiny, folder, ("tiny",)):
        raise KeyboardInterrupt

    assert of_stage(folder.path) == []


def test_where_its_port_was_taken_meanwhile_it_gets_another(tiny, folder, made):
    with at_hand(tiny, folder, ("tiny",)):
        port = server_port(folder)
    with socket.create_server(("127.0.0.1", port)), at_hand(tiny, folder, ("tiny",)):
        assert server_port(folder) != port


def test_passwords_count_as_the_secrets_have_them_though_those_were_made_anew(tiny, folder, number):
    with at_hand(tiny, folder, ("tiny",)):
        number()
    before = read_env(folder.secrets)
    folder.secrets.unlink()

    with at_hand(tiny, folder, ("tiny",)):
        assert number() == 42

    after = read_env(folder.secrets)
    assert not [name for name in of_database_server(after) if after[name] == before[name]]


def test_after_a_power_cut_it_starts_though_its_number_is_somebody_elses_now(tiny, folder, number):
    with at_hand(tiny, folder, ("tiny",)):
        number()
        for process in of_stage(folder.path):
            process.kill()
    lock = folder.postgresql / "data" / "postmaster.pid"
    _, *rest = lock.read_text().splitlines()

    with subprocess.Popen(["/bin/sleep", "600"], user=other_user()) as somebody:
        try:
            lock.write_text("\n".join([str(somebody.pid), *rest]))
            with at_hand(tiny, folder, ("tiny",)):
                assert number() == 42
            assert somebody.poll() is None
        finally:
            somebody.kill()


def test_what_a_killed_one_left_is_ended_by_the_next(tiny, folder, made):
    environment = {**inherited(os.environ), MARK: str(folder.path)}
    start(tiny, folder, ("tiny",), ensure_secrets(tiny, folder.secrets), environment)

    stop_orphan(folder)

    assert of_stage(folder.path) == []


@pytest.fixture
def by_hand(tiny, folder, made):
    """A server on the stage's data that somebody has started with pg_ctl."""
    with at_hand(tiny, folder, ("tiny",)):
        data = folder.postgresql / "data"
    with (folder.logs / "by-hand.log").open("ab") as log:
        options = f"--options=-c port={server_port(folder)} -c unix_socket_directories=''"
        Cluster(data, find_binaries(), inherited(os.environ))._run(data, "pg_ctl", "start", "--wait", options, log=log)
    server = server_on(data)
    yield server
    server.send_signal(signal.SIGINT)
    server.wait(30)


def test_one_that_somebody_started_by_hand_is_left_alone_and_named(root, by_hand):
    helpers = by_hand.children()

    for each in (runner.up, runner.down):
        with pytest.raises(StageError, match=f"no start of this stage began, serves it; .* kill -INT {by_hand.pid}"):
            each("tiny")

    assert by_hand.children() == helpers


@pytest.mark.parametrize("runs", [True, False])
def test_a_stage_is_saved_whether_it_runs_or_not_and_put_back(root, folder, words, say, runs):
    runner.up("tiny")
    if not runs:
        runner.down("tiny")
    content = backup("tiny", root / "monday.tar.gz")
    assert bool(of_stage(folder.path)) == runs
    assert content.databases == {"tiny": "postgresql"}
    runner.up("tiny")
    say("tuesday")

    runner.down("tiny")
    with pytest.raises(StageError, match=r"tiny has data already \(database tiny\); --replace lets"):
        restore("tiny", root / "monday.tar.gz")
    restore("tiny", root / "monday.tar.gz", replace=True)

    assert of_stage(folder.path) == []
    runner.up("tiny")
    assert words() == ["migrate", "fill"] * 2


def test_a_new_machine_goes_on_from_the_backup_of_the_old_one(root, folder, words):
    first = runner.up("tiny")
    backup("tiny", root / "monday.tar.gz")
    runner.down("tiny", forget_data=True)

    restore("tiny", root / "monday.tar.gz")
    again = runner.up("tiny")

    assert words() == ["migrate", "fill"] * 2
    assert again.credentials == first.credentials
