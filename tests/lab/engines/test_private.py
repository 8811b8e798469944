import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest

import lab
from lab.engines.handle import _open

pytestmark = pytest.mark.live


@pytest.fixture(autouse=True)
def _none_left() -> Iterator[None]:
    """Every test closes what it opened, whatever becomes of it."""
    yield
    for engine in reversed(_open.copy()):
        engine.close()


@pytest.mark.engine("redis")
def test_a_server_lives_from_cell_to_cell_and_a_cell_can_be_run_twice():
    first = lab.redis()
    again = lab.redis()

    assert again is first
    assert first.running
    assert first.url(1).endswith(f"@127.0.0.1:{first.port}/1")


@pytest.mark.engine("redis")
def test_another_one_is_another_one():
    first, second = lab.redis(), lab.redis(another=True)

    assert first.port != second.port
    assert first.running
    assert second.running


@pytest.mark.engine("redis")
def test_a_closed_server_is_gone_and_says_so():
    server = lab.redis()
    pid = server.kept.pid

    server.close()
    server.close()

    assert not psutil.pid_exists(pid)
    assert server.text() == "Redis is closed."
    with pytest.raises(lab.LabError, match="this Redis was closed: start another one"):
        server.start()
    assert lab.redis() is not server


@pytest.mark.engine("redis")
def test_a_block_ends_what_was_started_for_it_and_nothing_else():
    with lab.redis() as own:
        assert own.running
    assert not own.running

    held = lab.redis()
    with lab.redis() as borrowed:
        assert borrowed is held
    assert held.running


@pytest.mark.engine("redis")
def test_a_stopped_server_is_started_again_by_the_next_call():
    server = lab.redis()
    server.stop()
    assert "is stopped" in server.text()

    assert lab.redis() is server
    assert server.running


@pytest.mark.engine("redis")
def test_what_a_cell_shows_holds_an_address_and_no_password():
    server = lab.redis()

    for shown in (server.text(), server.html(), repr(server)):
        assert f"127.0.0.1:{server.port}" in shown
        assert "ends with this notebook" in shown
        assert server.password not in shown


@pytest.mark.engine("postgresql")
def test_a_database_is_made_once_or_afresh_and_what_is_refused_is_one_line():
    server = lab.postgresql()
    url = server.create("shop")
    server.ask("CREATE TABLE sale (id int)", "shop")

    with pytest.raises(lab.LabError, match=r"createdb failed: .*already exists"):
        server.create("shop")

    assert server.create("shop", afresh=True) == url
    assert server.ask("SELECT to_regclass('sale')", "shop") == ""


@pytest.mark.engine("postgresql")
def test_a_replica_follows_its_primary_shows_its_lag_and_ends_with_it():
    primary = lab.postgresql()
    replica = primary.replica()
    replica.pause()
    primary.ask("CREATE TABLE sale (id int)")

    assert lab.replay_lag(primary, replica).bytes > 0
    assert replica.ask("SELECT to_regclass('sale')") == ""
    assert "PostgreSQL replica runs" in replica.text()

    primary.close()
    assert not replica.running


@pytest.mark.engine("sshd")
def test_an_ssh_server_lets_its_reader_in():
    server = lab.sshd()

    assert subprocess.run([*server.ssh, "echo", "here"], capture_output=True, text=True).stdout == "here\n"


@pytest.mark.engine("redis")
def test_a_server_ends_with_the_notebook():
    code = "import lab; print(lab.redis().kept.pid, flush=True)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not psutil.pid_exists(int(done.stdout))


def test_an_engine_that_is_missing_is_one_line(monkeypatch):
    monkeypatch.setenv("WITHOUT_ENGINES", "redis postgresql sshd")

    for start in (lab.redis, lab.postgresql, lab.sshd):
        with pytest.raises(lab.LabError, match="is not installed; `inv doctor --install` gets it"):
            start()
    assert _open == []
