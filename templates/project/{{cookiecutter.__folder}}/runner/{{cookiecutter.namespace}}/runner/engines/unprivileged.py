"""PostgreSQL refuses to run as root. Whoever is root lets another user run it, to whom its folder is given."""

import os
import pwd
import shutil
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.errors import StageError


def other_user() -> str | None:
    """Who runs it: the user that Debian's package brings for it; None where we are somebody ordinary ourselves.

    Raises StageError where there is no such user.
    """
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise StageError("PostgreSQL does not run as root, and there is no user postgres to run it as") from None


def give_away(path: Path) -> None:
    """Let a file or a folder belong to whoever runs it, and be for nobody else."""
    user = other_user()
    path.chmod(0o700 if path.is_dir() else 0o600)
    if user is not None:
        shutil.chown(path, user)
