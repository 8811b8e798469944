"""A pytest plugin for tests on several workers: which of them run on the same one, in their order.

Those of a file do, and those of a stage: they share one that runs, and what is found out about its projects.
"""

import pytest
from xdist.remote import Producer  # type: ignore[import-untyped]
from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

STAGES = "reference_app/stages/"


class Sharing(LoadFileScheduling):
    """xdist's own way by file, with the files of a stage as if they were one."""

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)


def unit_of(nodeid: str) -> str:
    """What a test stays together with: the path of its file, or of the stage that it is of."""
    file = nodeid.split("::", 1)[0]
    _, of_a_stage, rest = file.rpartition(STAGES)
    return STAGES + rest.split("/", 1)[0] if of_a_stage else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Sharing:
    return Sharing(config, log)
