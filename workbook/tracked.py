"""The files that are, or are about to be, committed."""

import subprocess
from pathlib import Path

from workbook.errors import BookError


def files(root: Path) -> list[Path]:
    """Every file that git tracks or would add, without what it ignores. Raises BookError outside a repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise BookError(f"{root}: git cannot list its files; is it a clone?") from error
    found = (root / name for name in listed.stdout.decode().split("\0") if name)
    return sorted(file for file in set(found) if file.is_file())
