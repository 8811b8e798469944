"""An image's layers, taken out of the engine."""

import json
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lab.containers.engine import said


@contextmanager
def saved(tag: str) -> Iterator[Iterator[tarfile.TarFile]]:
    """The layers of an image as open archives, from the lowest up, one after the other."""
    with tempfile.TemporaryDirectory(prefix="lab-image-") as folder:
        whole = Path(folder) / "image.tar"
        said("save", "--output", str(whole), tag)
        with tarfile.open(whole) as archive:
            yield _layers(archive)


def _layers(archive: tarfile.TarFile) -> Iterator[tarfile.TarFile]:
    manifest = archive.extractfile("manifest.json")
    if manifest is None:
        return
    for name in json.load(manifest)[0]["Layers"]:
        with tarfile.open(fileobj=archive.extractfile(name)) as layer:
            yield layer
