"""What a registry has written on its disk."""

from pathlib import Path

from lab.engines.handle import Engine

BLOBS = "images/docker/registry/v2/blobs/sha256/*/*/data"


def blobs(registry: Engine) -> dict[str, int]:
    """The bytes of each blob that a registry holds, by its digest: layers, settings and manifests, each once."""
    files = Path(registry.folder).glob(BLOBS)
    return {f"sha256:{file.parent.name}": file.stat().st_size for file in files}
