import subprocess
import sys

import pytest

import lab
from lab.containers import owned
from lab.containers.engine import said

pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]

NOTEBOOK = """
import os, sys
import lab
server = lab.containers.run(sys.argv[1])
volume = lab.containers.volume()
print(server.id, volume.name, flush=True)
if sys.argv[2] == "killed":
    os.kill(os.getpid(), 9)
"""


def test_what_a_notebook_ran_ends_with_it(cafe: lab.containers.Image):
    container, volume = _notebook(cafe, "ends")

    assert not _is_there(container, volume)


def test_what_a_killed_notebook_left_the_next_one_clears_away(cafe: lab.containers.Image):
    container, volume = _notebook(cafe, "killed")
    assert _is_there(container, volume)

    _notebook(cafe, "ends")

    assert not _is_there(container, volume)


def test_what_a_living_notebook_runs_is_left_alone(cafe: lab.containers.Image):
    with lab.containers.run(cafe.tag) as mine:
        _notebook(cafe, "ends")

        assert mine.running
        assert mine.id in said("ps", "--quiet", "--no-trunc", "--filter", f"label={owned.label()}")


def _notebook(cafe: lab.containers.Image, how: str) -> list[str]:
    """The container and the volume that another process has made."""
    command = [sys.executable, "-c", NOTEBOOK, cafe.tag, how]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60).stdout.split()


def _is_there(container: str, volume: str) -> bool:
    return container in said("ps", "--all", "--quiet", "--no-trunc") or volume in said("volume", "ls", "--quiet")
