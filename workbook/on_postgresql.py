"""`python -m workbook.on_postgresql COMMAND ...`: run a command on a PostgreSQL server that is gone afterwards.

The command finds it in DATABASE_URL, and its exit status is ours.
"""

import os
import subprocess
import sys

from clever.runner.engines.postgresql import private_postgresql
from clever.runner.errors import StageError
from workbook.parts import left_to_the_tests


def main(command: list[str]) -> int:
    """The command's exit status. Ends with one line where there is no PostgreSQL."""
    left_to_the_tests()
    try:
        with private_postgresql() as server:
            environment = os.environ | {"DATABASE_URL": server.create("tests")}
            return subprocess.run(command, env=environment, check=False).returncode
    except StageError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
