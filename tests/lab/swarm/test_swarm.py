"""One swarm for all of it, since its start is most of what it takes."""

from collections.abc import Iterator

import pytest

import lab
from lab.containers.engine import said
from lab.swarm import cluster

# A swarm is a state of the whole engine, and its end is felt in all networks.
pytestmark = [pytest.mark.live, pytest.mark.alone, pytest.mark.engine("docker-swarm")]

IMAGE = "clever/notice:local"
BROKEN = "lab-tests/notice:broken"


@pytest.fixture(scope="module")
def swarm() -> Iterator[lab.Swarm]:
    if cluster.info()["LocalNodeState"] != "inactive":
        pytest.skip("this engine is part of a swarm, and that is left alone")
    with lab.swarm("notice", replicas=2) as swarm:
        yield swarm
    assert cluster.info()["LocalNodeState"] == "inactive"


@pytest.fixture
def broken() -> Iterator[str]:
    said("build", "--tag", BROKEN, "-", given=f'FROM {IMAGE}\nCMD ["python", "-c", "raise SystemExit(1)"]\n')
    yield BROKEN
    said("image", "rm", "--force", BROKEN)


def test_all_replicas_serve(swarm: lab.Swarm):
    assert swarm.replicas().running == 2
    assert {one.image for one in swarm.replicas().found} == {IMAGE}
    assert swarm.get("/board/").status_code == 200
    assert "2 of 2 replicas of notice behind nginx at http://127.0.0.1:" in swarm.text()
    assert len(swarm.shares(requests=20).rows) == 2


def test_a_replica_that_dies_is_replaced_and_nobody_who_asks_meanwhile_hears_of_it(swarm: lab.Swarm):
    before = {one.id for one in swarm.replicas().found}

    asked = lab.probe(swarm.url, "/board/", during=swarm.lose, rate=20, timeout=10)

    after = {one.id for one in swarm.replicas().found}
    assert asked.failed == 0
    assert len(before & after) == 1
    assert len(after) == 2
    assert swarm.losses[-1].seconds > 0


def test_a_version_that_does_not_start_is_rolled_back(swarm: lab.Swarm, broken: str):
    update = swarm.update("notice", broken)

    assert not update
    assert update.rolled_back
    assert "non-zero exit (1)" in update.why
    assert {one.image for one in swarm.wait().found} == {IMAGE}


def test_what_cannot_be_is_said_in_one_line(swarm: lab.Swarm):
    with pytest.raises(lab.LabError, match="no service 'coupon': there are postgres, databases"):
        swarm.replicas("coupon")
    with pytest.raises(lab.LabError, match=f"notice is {IMAGE} already"):
        swarm.update("notice", IMAGE)
    with pytest.raises(lab.LabError, match="no order 'all-at-once'"):
        swarm.update("notice", IMAGE, order="all-at-once")
    with pytest.raises(lab.LabError, match="from 1 to 6"):
        swarm.scale(60)


def test_nginx_is_told_what_to_do_where_a_replica_fails(swarm: lab.Swarm):
    swarm.ask_the_next(False)
    assert "proxy_next_upstream off;" in swarm.configuration
    swarm.ask_the_next()
    assert "proxy_next_upstream error timeout;" in swarm.configuration
    assert swarm.get("/board/").status_code == 200
