"""A running stage on its own server, of which something is asked."""

import os
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from clever import runner
from clever.runner.database_server.lockfile import server_on
from clever.runner.envfile import read_env
from clever.runner.errors import RunsOtherwise
from clever.runner.places import StageFolder
from clever.runner.processes import of_stage

from ..conftest import write_stage
from .conftest import bring_postgresql

pytest.importorskip("psycopg")
pytestmark = [pytest.mark.live, pytest.mark.engine("postgresql")]

GIVEN = {"PATH": os.environ["PATH"], "WEB_WORKERS": "1"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The root beneath which the stage `tiny` is up."""
    root = tmp_path_factory.mktemp("own-server")
    bring_postgresql(write_stage(root))
    try:
        runner.up("tiny", root=root, given=GIVEN)
        yield root
    finally:
        runner.down("tiny", root=root)


@pytest.fixture
def here(home: Path) -> StageFolder:
    """Where it keeps its state."""
    return StageFolder.of("tiny", home)


@pytest.fixture
def server(here: StageFolder) -> psutil.Process:
    found = server_on(here.postgresql / "data")
    assert found
    return found


@pytest.mark.parametrize("afresh", [False, True])
def test_a_second_up_uses_what_is_up(home, server, afresh):
    assert runner.up("tiny", root=home, given=GIVEN, afresh=afresh).reused
    assert server.is_running()


def test_a_reload_leaves_the_server_alone(home, server):
    runner.reload("tiny", root=home)

    assert server.is_running()
    assert runner.status("tiny", home)["tiny"]["ready"]


def test_it_is_not_reused_for_a_database_elsewhere(home):
    elsewhere = {**GIVEN, "DATABASE_URL": "postgresql://me@127.0.0.1:1/mine"}

    with pytest.raises(RunsOtherwise, match="with another DATABASE_URL; stop it first: inv down tiny"):
        runner.up("tiny", root=home, given=elsewhere)


def test_its_log_is_among_the_stages_and_says_no_password(here):
    log = (here.logs / "postgresql.log").read_text()

    assert "ready to accept connections" in log
    assert not [secret for secret in read_env(here.secrets).values() if secret in log and secret != "admin"]


def test_its_passwords_are_in_files_of_their_owner_alone_and_on_no_command_line(here):
    password = read_env(here.secrets)["DATABASE_PASSWORD_TINY"]
    files = [file for file in here.path.rglob("*") if file.is_file() and here.postgresql not in file.parents]

    holding = [file for file in files if password in file.read_text(errors="replace")]

    assert {file.name for file in holding} == {"secrets.env", "tiny.env"}
    assert {file.stat().st_mode & 0o777 for file in holding} == {0o600}
    assert not [process for process in of_stage(here.path) if password in " ".join(process.cmdline())]
