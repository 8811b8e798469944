"""Files of `NAME=value` lines, which only their owner may read. A value is the rest of its line, without quoting."""

import os
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.errors import StageError


def write_private(file: Path, text: str) -> None:
    """Put `text` into `file`, mode 0600, whole or not at all: a reader never meets half a file."""
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    # The mode is given at creation: a chmod afterwards would leave a moment in which anyone can read.
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(file)


def write_env(file: Path, values: dict[str, str]) -> None:
    """Write the values. Raises StageError for one that holds a line break."""
    for name, value in values.items():
        if "\n" in value or "\r" in value:
            raise StageError(f"{name}: its value holds a line break, which {file.name} cannot keep; remove it")
    write_private(file, "".join(f"{name}={value}\n" for name, value in values.items()))


def read_env(file: Path) -> dict[str, str]:
    """The values in `file`, none where there is no such file.

    Raises StageError for a line that is no `NAME=value`, and where the file cannot be read.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise StageError(f"{file}: cannot be read ({error})") from error
    values = {}
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        name, equals, value = line.partition("=")
        if not equals or not name.isidentifier():
            raise StageError(f"{file}, line {number}: not of the form NAME=value; mend the line, or remove the file")
        values[name] = value
    return values
