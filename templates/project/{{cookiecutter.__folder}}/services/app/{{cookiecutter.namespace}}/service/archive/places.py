"""Where files lie below MEDIA_ROOT."""

import secrets
from pathlib import Path
from typing import Protocol

from django.conf import settings

KEPT = "archive"
ARRIVING = "arriving"


class Summed(Protocol):
    """Something whose checksum is known, such as a row of the archive."""

    sha256: str


def place_of(file: Summed, filename: str) -> str:
    """Where a file is kept: by its checksum, so that no folder grows large.

    Nothing in it comes from whoever sent it, and there is no ending by which a server would guess what to do with it.
    Two files with the same content lie apart, so that one can go without the other.
    """
    return f"{KEPT}/{file.sha256[:2]}/{file.sha256[2:4]}/{file.sha256}-{secrets.token_hex(4)}"


def kept_folder() -> Path:
    """The folder of all that is kept."""
    return Path(settings.MEDIA_ROOT) / KEPT


def arriving_folder() -> Path:
    """The folder of what is still being received. On the same disk as what is kept: moving there takes no time."""
    return Path(settings.MEDIA_ROOT) / ARRIVING
