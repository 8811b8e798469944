"""An image as a lesson looks at it."""

import json
import math
import tarfile
from dataclasses import dataclass
from typing import Any

from lab.containers.archive import saved
from lab.containers.engine import engine, inspected, said
from lab.display import Shown, Table
from lab.engines.handle import one_line

MEBIBYTE = 2**20


@dataclass(frozen=True, repr=False)
class Image(Shown):
    """An image that is here: what it was tagged, its id, its layers' digests from the lowest up, its size in bytes.

    `seconds` is how long it took to build, and not a number where it was not built just now.
    """

    tag: str
    id: str
    layers: tuple[str, ...]
    size: int
    seconds: float = math.nan

    @property
    def mebibytes(self) -> float:
        """Its size in MiB, with all that it stands on."""
        return self.size / MEBIBYTE

    def added(self, beneath: "Image") -> float:
        """What it adds to the image that it stands on, in MiB."""
        return (self.size - beneath.size) / MEBIBYTE

    def shared(self, other: "Image") -> int:
        """How many layers, from the lowest up, the two have in common. Those are kept and sent once."""
        pairs = zip(self.layers, other.layers, strict=False)
        return next((number for number, (one, another) in enumerate(pairs) if one != another), self._depth(other))

    def history(self) -> Table:
        """What each step of its Dockerfile added, in MiB; the newest first."""
        lines = said("history", "--no-trunc", "--format", "{{json .}}", "--human=false", self.tag).splitlines()
        steps = [json.loads(line) for line in lines]
        return Table(["step", "MiB"], [[_plain(step["CreatedBy"]), int(step["Size"]) / MEBIBYTE] for step in steps])

    def places_of(self, text: str) -> list[str]:
        """Where in the image a text can be read: in its settings, its history, or a file of one of its layers.

        A file that a later layer has taken away is still in the earlier one.
        """
        found = inspected("image", self.tag)
        steps = said("history", "--no-trunc", "--format", "{{.CreatedBy}}", self.tag)
        places = ["its settings"] if text in json.dumps(found["Config"]) else []
        places += ["its history"] if text in steps else []
        with saved(self.tag) as layers:
            for number, layer in enumerate(layers, 1):
                places += [f"layer {number}: /{name}" for name in _holding(layer, text.encode())]
        return places

    def html(self) -> str:
        return self._table().html()

    def text(self) -> str:
        return self._table().text()

    def _table(self) -> Table:
        row: list[Any] = [self.tag, self.mebibytes, len(self.layers)]
        took = [] if math.isnan(self.seconds) else [self.seconds]
        return Table(["image", "MiB", "layers", *(["built in s"] if took else [])], [[*row, *took]])

    def _depth(self, other: "Image") -> int:
        return min(len(self.layers), len(other.layers))


def need(tag: str) -> Image:
    """An image of others, pulled where it is not here. Raises LabError with what to do where it cannot be."""
    from clever.runner.containers.images.bases import need as needed
    from clever.runner.progress import silent

    one_line(needed)(engine(), tag, silent)
    return image(tag)


def image(tag: str, *, seconds: float = math.nan) -> Image:
    """An image that is here. Raises LabError where it is not."""
    found = inspected("image", tag)
    return Image(tag, found["Id"], tuple(found["RootFS"]["Layers"]), found["Size"], seconds)


def _holding(layer: tarfile.TarFile, text: bytes) -> list[str]:
    held = []
    for member in layer:
        if member.isfile():
            file = layer.extractfile(member)
            if file and text in file.read():
                held.append(member.name)
    return held


def _plain(step: str) -> str:
    """A step as it was written, without the shell that carried it out."""
    return " ".join(step.replace("/bin/sh -c #(nop)", "").replace("/bin/sh -c", "RUN").split())
