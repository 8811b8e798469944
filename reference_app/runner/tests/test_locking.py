import os
import signal
import subprocess
import sys

import pytest

from clever.runner.errors import StageError
from clever.runner.locking import alone

HOLDER = """
import sys, time
from pathlib import Path
from clever.runner.locking import alone
from clever.runner.places import StageFolder
with alone(StageFolder(Path(sys.argv[1]))):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(folder):
    """Another process that holds the lock of the stage."""
    command = [sys.executable, "-c", HOLDER, str(folder.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_whoever_waits_in_vain_is_told_so(folder, holder, steps):
    seen, tell = steps

    with pytest.raises(StageError, match="tiny: another start or stop is under way"), alone(folder, tell, seconds=0.1):
        pytest.fail("two hold the lock")

    assert [step.what for step in seen] == ["wait for another start or stop to end"]


def test_a_holder_that_was_killed_holds_nothing(folder, holder):
    os.kill(holder.pid, signal.SIGKILL)

    with alone(folder, seconds=10):
        assert folder.lock.exists()


def test_a_lock_that_nobody_holds_is_taken_without_a_word(folder, steps):
    seen, tell = steps

    with alone(folder, tell):
        pass

    assert seen == []
