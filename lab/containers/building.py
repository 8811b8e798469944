"""Build an image, and measure it."""

import time
from collections.abc import Mapping
from pathlib import Path

from lab.containers.engine import engine
from lab.containers.image import Image, image
from lab.engines.handle import one_line
from lab.errors import LabError

FILE = "Dockerfile"


def build(
    folder: Path | str,
    tag: str,
    *,
    file: Path | str = FILE,
    arguments: Mapping[str, str] | None = None,
    cache: bool = True,
    network: bool = True,
) -> Image:
    """Build `folder` by its Dockerfile: `lab.containers.build("shop", "cafe:1").seconds`.

    `file` is looked for in the folder, and may be anywhere else by its whole path. Without `cache` every step is done
    again; without `network` none of them may ask for anything. Raises LabError with the line that tells why it failed.
    """
    from clever.runner.containers.images.building import build as built
    from clever.runner.progress import silent

    place = Path(folder)
    containerfile = place / file
    if not containerfile.is_file():
        raise LabError(f"there is no {file} in {folder}: write it first")
    begun = time.monotonic()
    one_line(built)(
        engine(),
        tag,
        containerfile=containerfile,
        context=place,
        arguments=arguments or {},
        progress=silent,
        afresh=not cache,
        network="" if network else "none",
    )
    seconds = time.monotonic() - begun
    return image(tag, seconds=seconds)
