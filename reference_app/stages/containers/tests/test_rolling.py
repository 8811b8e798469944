"""A new version takes over while people use every service, and nobody is turned away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clever.runner.containers.releasing.replacing import Replacement
from clever.runner.errors import StageError
from clever.runner.progress import silent

from .composition import PROJECTS
from .crowd import Crowd
from .running import FULL, Running

pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]

# All eight, with so many requests during each of them, where there is time; every day one that others call.
REQUESTS = 5_000 if FULL else 1_000
REPLACED = PROJECTS if FULL else ["player"]
BROKEN = {
    "does not start": 'CMD ["python", "-c", "raise SystemExit(\'no such module\')"]',
    "starts and hangs": 'CMD ["sleep", "infinity"]',
    "is never ready": 'CMD ["python", "-m", "http.server", "8000"]',
}


@pytest.fixture(scope="module")
def crowd(containers: Running) -> Iterator[Crowd]:
    with Crowd(containers).at_work() as crowd:
        yield crowd


def test_each_service_is_replaced_and_nobody_is_turned_away(containers: Running, crowd: Crowd):
    before = {project: containers.of(project).id for project in REPLACED}

    for project in REPLACED:
        asked = crowd.asked.total()
        Replacement(containers.compose, project, silent).carry_out()
        crowd.wait_for(asked + REQUESTS if FULL else asked, seconds=300)
    crowd.wait_for(REQUESTS, seconds=300)

    assert crowd.failed == [], containers.errors_of_nginx()
    assert all(containers.of(project).id != before[project] for project in REPLACED)
    assert min(crowd.asked.values()) > REQUESTS / 50


@pytest.mark.parametrize("how", BROKEN if FULL else ["does not start"])
def test_a_broken_version_is_gone_again_and_nobody_has_noticed(
    containers: Running, crowd: Crowd, how: str, monkeypatch
):
    monkeypatch.setattr("clever.runner.containers.releasing.replacing.READY_SECONDS", 5.0)
    image = f"clever/player:{how.replace(' ', '-')}"
    lines = f"FROM {containers.inspected('player')['Config']['Image']}\n{BROKEN[how]}\n"
    containers.compose.engine.run("build", "--tag", image, "-", given=lines)
    before, asked, failed = containers.of("player").id, crowd.asked.total(), len(crowd.failed)

    try:
        with pytest.raises(StageError, match=r"the new player (does not start|is not ready after 5 s): ") as error:
            Replacement(containers.with_image("player", image), "player", silent).carry_out()
    finally:
        containers.compose.engine.run("image", "rm", "--force", image)
    crowd.wait_for(asked + 200, seconds=120)

    log = Path(str(error.value).rpartition("its log: ")[2])
    assert ("no such module" in log.read_text()) == (how == "does not start")  # the container itself is gone
    assert containers.of("player").id == before
    assert crowd.failed[failed:] == [], containers.errors_of_nginx()
