"""`python -m {{ cookiecutter.namespace }}.runner.launch FILE COMMAND ...`: become the command, with the variables of an environment file.

supervisord hands down to each program only what all projects share. A stage of several projects starts its programs by
this, so that each gets its own project's secrets and no others; a person uses it to call manage.py as the stage would:
`python -m {{ cookiecutter.namespace }}.runner.launch var/monolith/run/monolith.env python manage.py shell`.
"""

import os
import sys
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.envfile import read_env
from {{ cookiecutter.namespace }}.runner.errors import StageError


def main(arguments: list[str]) -> None:
    if len(arguments) < 2:
        sys.exit("launch: needs an environment file and a command")
    file, command = Path(arguments[0]), arguments[1:]
    try:
        if not file.exists():
            raise StageError(f"{file}: no such file; is the stage up?")
        values = read_env(file)
        # In place of this process, so that signals reach the program itself.
        os.execvpe(command[0], command, os.environ | values)  # noqa: S606 - running a command is what this is for
    except StageError as error:
        sys.exit(f"launch: {error}")
    except OSError as error:
        sys.exit(f"launch: {command[0]}: {error.strerror}")


if __name__ == "__main__":
    main(sys.argv[1:])
