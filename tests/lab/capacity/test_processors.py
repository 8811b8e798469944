import os
import sys

import pytest

from lab.capacity.processors import confine
from lab.errors import LabError
from lab.running import process

pytestmark = pytest.mark.live


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives a process some of its processors")
def test_a_confined_server_stays_on_its_processors():
    with process([sys.executable, "-c", "import time; time.sleep(60)"]) as sleeper:
        assert confine(sleeper, 1) == 1
        assert len(os.sched_getaffinity(sleeper.pid)) == 1


def test_no_server_has_more_processors_than_there_are():
    with process([sys.executable, "-c", "import time; time.sleep(60)"]) as sleeper:
        assert 1 <= confine(sleeper, 10_000) <= os.cpu_count()


def test_who_does_not_run_cannot_be_confined():
    with process([sys.executable, "-c", "pass"]) as over:
        pass

    with pytest.raises(LabError, match="does not run"):
        confine(over, 1)


def test_less_than_one_processor_is_refused():
    with process([sys.executable, "-c", "pass"]) as over, pytest.raises(LabError, match="at least one"):
        confine(over, 0)
