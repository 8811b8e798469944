import json

import pytest

from lab.containers import manifests
from lab.engines import Engine

ANY = "application/vnd.oci.image.index.v1+json"


def test_a_list_of_images_is_followed_to_an_image_and_not_to_how_it_was_built(monkeypatch, registry: Engine):
    image = {"config": {"digest": "sha256:settings", "size": 1}, "layers": [{"digest": "sha256:layer", "size": 2}]}
    entries = [
        {"digest": "sha256:how", "platform": {"architecture": "unknown"}},
        {"digest": "sha256:image", "platform": {"architecture": "arm64"}},
    ]
    said = {"1": ("sha256:list", {"mediaType": ANY, "manifests": entries}), "sha256:image": ("sha256:image", image)}

    def fetched(registry: Engine, repository: str, reference: str) -> tuple[str, bytes]:
        digest, content = said[reference]
        return digest, json.dumps(content).encode()

    monkeypatch.setattr(manifests, "_fetched", fetched)

    found = manifests.manifest(registry, "cafe", "1")

    assert found.digest == "sha256:list"
    assert [part["digest"] for part in found.parts] == ["sha256:settings", "sha256:layer"]


@pytest.fixture
def registry() -> object:
    """Nobody asks it anything."""
    return object()
