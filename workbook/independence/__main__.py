"""`python -m workbook.independence STAGE PROJECT ...`: a project by itself. What follows are pytest's own arguments.

It is installed from wheels, has nobody else's service beside it, prepares its database, serves while none of its
callees is there, and its service's tests pass.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from clever.runner.environment import inherited
from clever.runner.errors import StageError
from clever.runner.places import STATE
from lab.errors import LabError
from workbook.book import REPOSITORY
from workbook.errors import BookError
from workbook.independence.alone import Alone
from workbook.parts import left_to_the_tests

OURS = ("VIRTUAL_ENV", "PYTHONPATH")  # they would lead the project to what is installed here


def main(stage: str, project: str, *arguments: str) -> int:
    """The exit status of the tests. Ends with one line where it does not come so far."""
    left_to_the_tests()
    with TemporaryDirectory(prefix="alone-") as scratch:
        folder = Path(scratch)
        _forget_this_environment()
        os.environ[STATE] = str(folder / "state")
        try:
            alone = Alone.install(stage, project, root=REPOSITORY, folder=folder)
            for what in (alone.has_no_company, alone.prepares, alone.serves):
                what()
                print(f"{project} {what.__name__.replace('_', ' ')}", flush=True)  # noqa: T201 - the part's output
            return alone.test(arguments)
        except (LabError, StageError, BookError) as error:
            sys.exit(f"{project}: {error}\n{getattr(error, 'detail', '')}".strip())


def _forget_this_environment() -> None:
    kept = {name: value for name, value in inherited(os.environ).items() if name not in OURS}
    for_uv = {name: value for name, value in os.environ.items() if name.startswith("UV_") or "proxy" in name.lower()}
    os.environ.clear()
    os.environ.update(kept | for_uv)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
