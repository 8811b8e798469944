import os
from collections.abc import Iterator

import pytest

from .running import Running, running_containers


@pytest.fixture(scope="session")
def containers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The stage, up for all tests of this folder."""
    before = os.environ.get("STAGES_STATE")
    try:
        with running_containers(tmp_path_factory.mktemp("containers")) as running:
            yield running
    finally:
        if before is None:
            os.environ.pop("STAGES_STATE", None)
        else:
            os.environ["STAGES_STATE"] = before
