"""Images that the engine has."""

from dataclasses import dataclass
from typing import Any

from clever.runner.containers.engine import Engine
from clever.runner.errors import StageError

SOURCES = "clever.sources"  # the label that says, as a hash, what an image was made of


@dataclass(frozen=True)
class Image:
    """An image as the engine describes it."""

    id: str
    size: int  # bytes, of all its layers
    layers: tuple[str, ...]  # their digests; the first are those of its base
    labels: dict[str, str]
    config: dict[str, Any]

    @property
    def sources(self) -> str:
        """What it was made of; empty where it is none of ours."""
        return self.labels.get(SOURCES, "")


def find(engine: Engine, tag: str) -> Image | None:
    """The image called `tag`, None where there is none. Nothing is pulled."""
    try:
        [found] = engine.ask("image", "inspect", tag)
    except StageError:
        return None  # an engine that does not answer at all has been noticed before, and will be again
    config = found.get("Config") or {}
    layers = (found.get("RootFS") or {}).get("Layers") or ()
    return Image(found["Id"], found["Size"], tuple(layers), config.get("Labels") or {}, config)


def must_find(engine: Engine, tag: str) -> Image:
    """The image called `tag`. Raises StageError where there is none."""
    image = find(engine, tag)
    if image is None:
        raise StageError(f"there is no image {tag}; make it: inv images")
    return image
