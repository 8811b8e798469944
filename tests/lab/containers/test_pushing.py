from collections.abc import Iterator
from pathlib import Path

import pytest

import lab
from lab.containers.engine import said
from lab.engines import Engine

pytestmark = [pytest.mark.live, pytest.mark.engine("docker"), pytest.mark.engine("docker-registry")]

TAG = "lab-tests/otter:1"


@pytest.fixture(scope="module")
def registry() -> Iterator[Engine]:
    with lab.registry(another=True) as registry:
        yield registry


@pytest.fixture
def otter(tmp_path: Path) -> Iterator[lab.containers.Image]:
    """An image of two files that no registry has yet."""
    yield bake(tmp_path, "an otter")
    lab.containers.forget(TAG)


def bake(folder: Path, text: str) -> lab.containers.Image:
    (folder / "Dockerfile").write_text("FROM scratch\nCOPY sea /\nCOPY otter /\n")
    (folder / "sea").write_bytes(b"\x07" * 300_000)
    (folder / "otter").write_text(f"{text} of {folder.name}")
    return lab.containers.build(folder, TAG, network=False)


def test_only_what_a_registry_lacks_is_sent(registry: Engine, otter: lab.containers.Image, tmp_path: Path):
    first = lab.containers.push(TAG, registry)
    again = lab.containers.push(TAG, registry)
    bake(tmp_path, "another otter")
    edited = lab.containers.push(TAG, registry)

    assert again.blobs == again.size == 0
    assert 0 < edited.blobs < first.blobs
    assert first.by_digest == again.by_digest != edited.by_digest


def test_a_tag_moves_and_a_digest_does_not(registry: Engine, otter: lab.containers.Image, tmp_path: Path):
    pushed = lab.containers.push(TAG, registry)
    moved = bake(tmp_path, "a third otter")
    lab.containers.push(TAG, registry)

    assert lab.containers.pull(f"{registry.address}/{TAG}").id == moved.id
    assert lab.containers.pull(pushed.by_digest).id == otter.id


def test_what_was_pushed_has_no_name_of_the_registry_afterwards(registry: Engine, otter: lab.containers.Image):
    lab.containers.push(TAG, registry)

    assert f"{registry.address}/{TAG}" not in said("image", "inspect", "--format", "{{.RepoTags}}", TAG)


def test_its_manifest_lists_what_the_registry_holds(registry: Engine, otter: lab.containers.Image):
    lab.containers.push(TAG, registry)

    manifest = lab.containers.manifest(registry, "lab-tests/otter", "1")

    assert {part["digest"] for part in manifest.parts} | {manifest.digest} <= set(lab.containers.blobs(registry))
    assert "layer 2" in manifest.text()


def test_what_nobody_has_pushed_is_told_in_words(registry: Engine):
    with pytest.raises(lab.LabError, match=r"manifest unknown|not found"):
        lab.containers.pull(f"{registry.address}/lab-tests/nobody:1")
    with pytest.raises(lab.LabError, match="lab-tests/nobody:1: the registry says 404"):
        lab.containers.manifest(registry, "lab-tests/nobody", "1")


def test_a_registry_that_is_away_is_told_in_words(otter: lab.containers.Image):
    with lab.registry(another=True) as away:
        away.stop()

        with pytest.raises(lab.LabError, match=r"was not taken: .*refused"):
            lab.containers.push(TAG, away)
        with pytest.raises(lab.LabError, match="does not answer"):
            lab.containers.manifest(away, "lab-tests/otter", "1")


def test_one_without_room_is_not_waited_for_beyond_ones_patience(otter: lab.containers.Image):
    with lab.registry(largest=100) as full:
        with pytest.raises(lab.LabError, match="was not taken within 1 s; the last that was said"):
            lab.containers.push(TAG, full, patience=1)

        assert full.images() == []
