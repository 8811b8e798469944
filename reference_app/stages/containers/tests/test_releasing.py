"""`inv release`, from an image that is built to one that serves."""

from collections.abc import Iterator

import pytest

from clever.runner.containers.releasing import release
from clever.runner.engines.registry import Registry, private_registry
from clever.runner.envfile import read_env
from clever.runner.errors import StageError
from clever.runner.progress import Step

from .running import FULL, ROOT, Running, up

pytestmark = [pytest.mark.live, pytest.mark.engine("docker"), pytest.mark.engine("docker-registry")]

# Every day a service is replaced, and an image is pushed, by tests of their own.
LONG = pytest.mark.skipif(not FULL, reason="builds, pushes and replaces")


@pytest.fixture(scope="module")
def registry() -> Iterator[Registry]:
    with private_registry() as registry:
        yield registry


@LONG
def test_a_version_is_tried_pushed_and_serves_by_its_digest_and_goes_on_to(containers: Running, registry: Registry):
    told: list[Step] = []

    [done] = release(
        "containers", "9.9.1", projects=("notice",), registry=registry.address, progress=told.append, root=ROOT
    )

    order = [step.what for step in told if step.project in ("notice", "clever/notice:9.9.1")]
    assert done.image.startswith(f"{registry.address}/clever/notice@sha256:")
    assert containers.inspected("notice")["Config"]["Image"] == done.image
    assert containers.inspected("notice")["Config"]["Labels"]["org.opencontainers.image.version"] == "9.9.1"
    assert [what for what in order if what in ("try the image", "push", "migrate", "let the old one finish")] == [
        "try the image",
        "push",
        "migrate",
        "let the old one finish",
    ]
    assert read_env(containers.compose.variables)["NOTICE_IMAGE"] == done.image
    assert up().running.reused


@LONG
def test_a_registry_that_is_away_leaves_everything_as_it_was(containers: Running, registry: Registry):
    before = containers.of("notice").id
    registry.stop()
    try:
        with pytest.raises(StageError, match=r"clever/notice:9\.9\.2 cannot be pushed to .*refused"):
            list(release("containers", "9.9.2", projects=("notice",), registry=registry.address, root=ROOT))
    finally:
        registry.start()

    assert containers.of("notice").id == before


@pytest.mark.parametrize(
    ("stage", "version", "project", "complaint"),
    [
        ("containers", "local", "notice", "version 'local' cannot be released"),
        ("containers", "1.0 beta", "notice", "version '1.0 beta' cannot be released"),
        ("containers", "1.0", "notcie", "containers has no service 'notcie'; there are: backoffice, "),
        ("split", "1.0", "notice", "split does not run in containers; .* inv reload split"),
    ],
)
def test_what_is_wrong_with_a_wish_is_said_before_anything_happens(
    containers: Running, stage: str, version: str, project: str, complaint: str
):
    before = containers.of("notice").id

    with pytest.raises(StageError, match=complaint):
        list(release(stage, version, projects=(project,), root=ROOT))

    assert containers.of("notice").id == before
