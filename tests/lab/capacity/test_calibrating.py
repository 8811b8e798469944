import sys

import pytest

from lab.capacity.calibrating import measure, worker_memory
from lab.errors import LabError
from lab.running import process

pytestmark = pytest.mark.live


def test_who_does_not_run_cannot_be_measured():
    with process([sys.executable, "-c", "pass"]) as over:
        pass

    for measuring in (measure, worker_memory):
        with pytest.raises(LabError, match="does not run"):
            measuring(over)


def test_few_requests_say_little():
    with process([sys.executable, "-c", "pass"]) as over, pytest.raises(LabError, match="at least 10"):
        measure(over, requests=3)
