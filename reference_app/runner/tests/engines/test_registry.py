import os
import random
import socket
from collections.abc import Iterator

import pytest

from clever.runner.containers.engine import Engine, find_engine
from clever.runner.containers.releasing.publishing import publish
from clever.runner.engines import programs
from clever.runner.engines.registry import Registry, private_registry
from clever.runner.errors import StageError

pytestmark = [pytest.mark.live, pytest.mark.engine("docker"), pytest.mark.engine("docker-registry")]

TAG = "clever/tests-of-the-registry:1.0.0"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return find_engine()


@pytest.fixture(scope="module")
def image(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An image of one file."""
    folder = tmp_path_factory.mktemp("image")
    (folder / "otter").write_bytes(random.Random(2014).randbytes(400_000))
    (folder / "Containerfile").write_text("FROM scratch\nCOPY otter /\n")
    engine.run("build", "--tag", TAG, "--file", str(folder / "Containerfile"), str(folder))
    yield TAG
    # By what it is: it has a name for each registry that it was pushed to.
    engine.run("image", "rm", "--force", engine.run("image", "inspect", "--format", "{{.Id}}", TAG).strip())


@pytest.fixture
def registry() -> Iterator[Registry]:
    with private_registry() as registry:
        yield registry


def test_an_image_is_pushed_and_called_by_what_is_in_it(engine: Engine, image: str, registry: Registry):
    name = publish(engine, image, registry.address)

    assert name.startswith(f"{registry.address}/clever/tests-of-the-registry@sha256:")
    assert registry.images() == ["clever/tests-of-the-registry"]
    engine.run("image", "rm", "--force", name)
    engine.run("pull", name)
    engine.run("image", "rm", "--force", name)


def test_a_registry_that_is_away_is_named_and_takes_the_image_when_it_is_back(
    engine: Engine, image: str, registry: Registry
):
    registry.stop()
    with pytest.raises(StageError, match=rf"{image} cannot be pushed to {registry.address}: .*refused"):
        publish(engine, image, registry.address)

    registry.start()
    assert "@sha256:" in publish(engine, image, registry.address)


@pytest.mark.skipif(os.environ.get("TEST_TIER") != "full", reason="the engine tries again for half a minute")
def test_one_that_has_no_room_says_so_and_keeps_nothing_by_half(engine: Engine, image: str):
    with private_registry(largest=100_000) as full:
        with pytest.raises(StageError, match="cannot be pushed"):
            publish(engine, image, full.address)

        assert full.images() == []
        assert "file too large" in full.log


def test_what_was_never_pushed_cannot_be_pulled(engine: Engine, registry: Registry):
    with pytest.raises(StageError, match=r"manifest unknown|not found"):
        engine.run("pull", f"{registry.address}/clever/copuon:1.0.0")


def test_it_is_gone_afterwards():
    with private_registry() as registry:
        assert registry.images() == []

    assert not registry.folder.exists()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", registry.port)) != 0


def test_its_absence_is_said(monkeypatch):
    monkeypatch.setattr(programs, "find", lambda name: None)

    with pytest.raises(StageError, match="docker-registry is not installed"), private_registry():
        pass
