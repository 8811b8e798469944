"""Images that the engine has."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from {{ cookiecutter.namespace }}.runner.containers.engine import Engine
from {{ cookiecutter.namespace }}.runner.errors import StageError

SOURCES = "{{ cookiecutter.namespace }}.sources"  # the label that says, as a hash, what an image was made of


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


def find_all(engine: Engine, tags: Iterable[str]) -> dict[str, Image]:
    """Those of the images that there are, by their tags. Nothing is pulled. Two questions, however many there are."""
    wanted = list(tags)
    listed = engine.run("image", "ls", "--format", "{{ "{" }}{.Repository}}:{{ "{" }}{.Tag}}").split()
    # podman says localhost/ before a name that nobody has given a registry to.
    present = [tag for tag in wanted if not {tag, f"localhost/{tag}"}.isdisjoint(listed)]
    answers = engine.ask("image", "inspect", *present) if present else []
    return {tag: _image(answer) for tag, answer in zip(present, answers, strict=True)}


def find(engine: Engine, tag: str) -> Image | None:
    """The image called `tag`, None where there is none. Nothing is pulled."""
    return find_all(engine, [tag]).get(tag)


def must_find(engine: Engine, tag: str) -> Image:
    """The image called `tag`. Raises StageError where there is none."""
    image = find(engine, tag)
    if image is None:
        raise StageError(f"there is no image {tag}; make it: inv images")
    return image


def _image(answer: dict[str, Any]) -> Image:
    config = answer.get("Config") or {}
    layers = (answer.get("RootFS") or {}).get("Layers") or ()
    return Image(answer["Id"], answer["Size"], tuple(layers), config.get("Labels") or {}, config)
