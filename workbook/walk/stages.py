"""A walk has stages of its own: nobody's data is touched, and every walk begins with the same data."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clever import runner
from clever.runner.places import STATE


@contextmanager
def stages_of_its_own() -> Iterator[Path]:
    """Keep the state of the stages that lessons start in a folder of the walk's, and stop them at the end.

    A stage that runs already, started by a learner or by another walk, is neither used nor stopped; ports are chosen
    free. The folder is there, secrets and all, until the block ends.
    """
    before = os.environ.get(STATE)
    with tempfile.TemporaryDirectory(prefix="walk-") as folder:
        os.environ[STATE] = folder
        try:
            yield Path(folder)
        finally:
            for name in list(runner.status()):
                runner.down(name)
            os.environ.pop(STATE)
            if before is not None:
                os.environ[STATE] = before
