import subprocess
import sys

import pytest

from clever.runner.database_server.lockfile import remove_stale, server_on

SLEEPER = [sys.executable, "-c", "import signal; signal.pause()"]


@pytest.fixture
def lock(tmp_path):
    return tmp_path / "postmaster.pid"


@pytest.mark.parametrize("text", [None, "", "zebra", "2147483646\n"])
def test_without_a_live_process_in_it_there_is_no_server_and_nothing_to_remove(tmp_path, lock, text):
    if text is not None:
        lock.write_text(text)

    remove_stale(tmp_path)

    assert server_on(tmp_path) is None
    assert lock.exists() == (text is not None), "PostgreSQL judges it better, as long as it does judge"


def test_a_number_that_was_given_to_some_other_program_is_removed(tmp_path, lock):
    with subprocess.Popen(SLEEPER, cwd=tmp_path) as process:
        lock.write_text(f"{process.pid}\n{tmp_path}\n")
        try:
            assert server_on(tmp_path) is None
            remove_stale(tmp_path)
        finally:
            process.kill()

    assert not lock.exists()
