import subprocess
import sys

import pytest

from clever.runner import commands as program
from clever.runner.commands import ANNOUNCED

MANAGE = """
import os, sys
print(os.getpid(), sys.argv[1:], __name__)
sys.exit({"fail": 7, "none": None, "fine": 0}.get(sys.argv[1]))
"""


@pytest.fixture
def commands(tmp_path):
    (tmp_path / "manage.py").write_text(MANAGE)

    def run(*arguments):
        command = [sys.executable, "-P", program.__file__, *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=30)

    return run


def test_all_commands_run_in_one_process_and_each_is_announced(commands):
    done = commands("none --no-input", "fine 'two words'")

    first, said_first, second, said_second = done.stdout.splitlines()
    assert done.returncode == 0
    assert (first, second) == (f"{ANNOUNCED}none --no-input", f"{ANNOUNCED}fine 'two words'")
    assert said_first.split()[0] == said_second.split()[0]
    assert said_second.endswith("['fine', 'two words'] __main__")


def test_the_first_that_fails_is_the_last(commands):
    done = commands("fine", "fail", "none")

    assert done.returncode == 7
    assert "none" not in done.stdout
