"""Two instances of the tiny stage behind a real nginx, with the monolith's own files."""

import os
import signal
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import httpx2
import pytest

from clever import runner
from clever.runner.errors import RunsOtherwise, StageError
from clever.runner.places import StageFolder
from clever.runner.processes import of_stage
from clever.runner.record import read_record
from clever.runner.supervisor import Supervisor

from .conftest import need_nginx, write_stage

pytestmark = pytest.mark.live


class Two(NamedTuple):
    running: runner.Running
    folder: StageFolder
    root: Path


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """A stage with two instances, for tests that only ask it something. `tiny` is up elsewhere at the same time."""
    need_nginx()
    root = tmp_path_factory.mktemp("two")
    write_stage(root, "two")
    given = {"PATH": os.environ["PATH"], "WEB_WORKERS": "1"}
    try:
        running = runner.up("two", nginx=True, instances=2, root=root, given=given)
        yield Two(running, StageFolder.of("two", root), root)
    finally:
        runner.down("two", root=root)


@pytest.fixture
def to_break(root: Path, folder: StageFolder, nginx_installed, stopped_afterwards) -> Iterator[Two]:
    """The same, for a test that breaks it. One that is stuck is given up after two seconds, not after thirty."""
    file = root / "stages" / "tiny" / "nginx.conf"
    text = file.read_text()
    assert "proxy_read_timeout 30s;" in text
    file.write_text(text.replace("proxy_read_timeout 30s;", "proxy_read_timeout 2s;"))
    yield Two(runner.up("tiny", nginx=True, instances=2), folder, root)
    for process in of_stage(folder.path):
        process.resume()  # one that the test stopped hears no other signal


@pytest.fixture(scope="module")
def client() -> Iterator[httpx2.Client]:
    """One client for many threads: to make one takes longer than to be answered."""
    with httpx2.Client(timeout=20, trust_env=False) as client:
        yield client


def group_of(folder: StageFolder, program: str) -> int:
    supervisor = Supervisor(Path(read_record(folder).sockets))
    return os.getpgid(next(one.pid for one in supervisor.programs() if one.name == program))


def test_both_answer_each_on_a_port_of_its_own_and_the_answer_says_which(two, client):
    running, folder, _ = two
    answers = [client.get(f"{running.url}/environment") for _ in range(20)]

    assert Counter(answer.headers["x-served-by"] for answer in answers) == {"web": 10, "web2": 10}
    assert len({answer.json()["pid"] for answer in answers}) == 2
    record = read_record(folder)
    assert record.ports["web2"] != record.ports["two"]
    for name in ("two", "web2"):
        assert client.get(f"{record.projects[name]}/readyz").status_code == 200


def test_a_map_of_two_instances_looks_as_that_of_one(two):
    running, _, root = two

    found = runner.status("two", root=root)

    assert found == {"two": {"url": running.url, "services": {"greeting": running.url}, "ready": True}}


def test_what_goes_before_a_start_is_done_once(two):
    assert (two.folder.databases / "two.sqlite3").read_text().splitlines() == ["migrate", "fill"]


def test_a_second_up_uses_both(two):
    _, folder, root = two
    before = {process.pid for process in of_stage(folder.path)}

    assert runner.up("two", nginx=True, instances=2, root=root, given={}).reused
    assert {process.pid for process in of_stage(folder.path)} == before


def test_one_instance_says_who_it_is_too(behind_nginx, client):
    assert client.get(behind_nginx[0].url).headers["x-served-by"] == "web"


def test_a_killed_instance_fails_nobody(to_break, client):
    running, folder, _ = to_break
    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(client.get, running.url) for _ in range(100)]
        os.killpg(group_of(folder, "web2"), signal.SIGKILL)
        answers += [pool.submit(client.get, running.url) for _ in range(400)]

    assert Counter(answer.result().status_code for answer in answers) == {200: 500}


def test_an_instance_that_hangs_delays_a_few_and_fails_nobody(to_break, client):
    running, folder, _ = to_break
    os.killpg(group_of(folder, "web2"), signal.SIGSTOP)
    with ThreadPoolExecutor(8) as pool:
        answers = [answer.result() for answer in [pool.submit(client.get, running.url) for _ in range(200)]]

    assert Counter((answer.status_code, answer.headers["x-served-by"]) for answer in answers) == {(200, "web"): 200}
    assert sum(answer.elapsed.total_seconds() > 1.9 for answer in answers) <= 20


def test_what_is_not_safe_to_repeat_is_not_sent_to_the_other_one(to_break, client):
    running, folder, _ = to_break
    os.killpg(group_of(folder, "web2"), signal.SIGSTOP)
    with ThreadPoolExecutor(2) as pool:
        posts = [pool.submit(client.post, running.url) for _ in range(2)]

    assert Counter(post.result().status_code for post in posts) == {200: 1, 504: 1}


@pytest.mark.usefixtures("nginx_installed", "stopped_afterwards")
def test_a_stage_gets_a_second_one_or_loses_it_only_where_it_may_be_stopped(root, folder):
    runner.up("tiny", nginx=True)

    with pytest.raises(RunsOtherwise, match=r"is up already, .* without web2; stop it first: inv down tiny"):
        runner.up("tiny", nginx=True, instances=2)

    assert not runner.up("tiny", nginx=True, instances=2, afresh=True).reused
    assert read_record(folder).ports.keys() == {"tiny", "web2", "nginx"}
    assert runner.up("tiny", nginx=True, instances=2, afresh=True).reused
    assert not runner.up("tiny", afresh=True).reused
    assert read_record(folder).ports.keys() == {"tiny"}
    assert (folder.databases / "tiny.sqlite3").read_text().splitlines() == ["migrate", "fill"] * 3  # data is kept


@pytest.mark.usefixtures("nginx_installed")
@pytest.mark.parametrize(
    ("instances", "nginx", "complaint"),
    [
        (3, True, "tiny runs 1 to 2 instances, not 3"),
        (0, True, "tiny runs 1 to 2 instances, not 0"),
        (2, False, "2 instances need nginx in front"),
    ],
)
def test_what_cannot_be_had_is_refused_before_anything_starts(root, folder, instances, nginx, complaint):
    with pytest.raises(StageError, match=complaint):
        runner.up("tiny", nginx=nginx, instances=instances)

    assert of_stage(folder.path) == []
