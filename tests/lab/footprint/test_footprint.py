"""What a running stage takes."""

import psutil
import pytest

import lab
from lab.footprint.footprint import memory


@pytest.mark.live
def test_a_running_stage_is_counted(monolith: lab.Stage):
    found = lab.footprint(monolith)

    assert (found.projects, found.programs, found.databases) == (1, 2, 1)
    assert found.processes >= found.programs
    assert found.mebibytes > 10 * found.processes
    assert "databases to back up" in found.text()


def test_a_stage_that_is_down_takes_nothing():
    nobody = lab.Stage("split", "http://127.0.0.1:9", {})

    with pytest.raises(lab.LabError, match=r"split is not up.*lab\.up"):
        lab.footprint(nobody)


def test_a_process_that_has_gone_meanwhile_has_no_memory():
    class Gone:
        def memory_full_info(self):
            raise psutil.NoSuchProcess(1)

    alone = memory([psutil.Process()])

    assert alone > 0
    assert memory([Gone()]) == 0
