"""What a registry says of an image: its manifest."""

import json
from dataclasses import dataclass
from typing import Any

import httpx2

from lab.containers.image import MEBIBYTE
from lab.display import Shown, Table
from lab.engines.handle import Engine
from lab.errors import LabError

SECONDS = 5.0

# An image for one kind of processor, or a list of such images; each in docker's own form and in the common one.
ONE = ("application/vnd.docker.distribution.manifest.v2+json", "application/vnd.oci.image.manifest.v1+json")
LIST = ("application/vnd.docker.distribution.manifest.list.v2+json", "application/vnd.oci.image.index.v1+json")
NO_PROCESSOR = "unknown"  # of an entry that is no image, but tells how one was built


@dataclass(frozen=True, repr=False)
class Manifest(Shown):
    """A manifest: what the registry `sent`, and the `digest` of it, which is the image's name by content.

    `parts` are what the image is made of, as the registry lists it: its settings first, then its layers from the
    lowest up. Each has a `digest` and a `size`, in bytes as sent.
    """

    digest: str
    sent: bytes
    parts: tuple[dict[str, Any], ...]

    def html(self) -> str:
        return self._table().html()

    def text(self) -> str:
        return self._table().text()

    def _table(self) -> Table:
        names = ["settings", *(f"layer {number}" for number in range(1, len(self.parts)))]
        rows = [
            [name, f"`{part['digest'][:19]}…`", part["size"] / MEBIBYTE]
            for name, part in zip(names, self.parts, strict=True)
        ]
        return Table(["part", "digest", "MiB, as sent"], rows, title=f"{self.digest[:19]}…")


def manifest(registry: Engine, repository: str, reference: str) -> Manifest:
    """What `reference`, a tag or a digest, means in a repository now: `lab.containers.manifest(registry, "cafe", "1")`.

    Raises LabError where the registry does not answer, or has no such thing.
    """
    digest, text = _fetched(registry, repository, reference)
    content = json.loads(text)
    while "manifests" in content:
        content = json.loads(_fetched(registry, repository, _first_image(content))[1])
    return Manifest(digest, text, (content["config"], *content["layers"]))


def _fetched(registry: Engine, repository: str, reference: str) -> tuple[str, bytes]:
    address = f"http://{registry.address}/v2/{repository}/manifests/{reference}"
    try:
        answer = httpx2.get(address, headers={"Accept": ", ".join(ONE + LIST)}, timeout=SECONDS, trust_env=False)
    except httpx2.TransportError as error:
        raise LabError(f"the registry at {registry.address} does not answer ({error}): start() it") from error
    if answer.status_code != 200:
        raise LabError(f"{repository}:{reference}: the registry says {answer.status_code} {answer.text.strip()}")
    return answer.headers["Docker-Content-Digest"], answer.content


def _first_image(listed: dict[str, Any]) -> str:
    """The digest of the first image of a list; how it was built is listed as well, for no processor."""
    entries: list[dict[str, Any]] = listed["manifests"]
    images = [one for one in entries if one.get("platform", {}).get("architecture") != NO_PROCESSOR]
    return str((images or entries)[0]["digest"])
