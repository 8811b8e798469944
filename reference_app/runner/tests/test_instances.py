"""Two instances of the tiny stage behind a real nginx, with the monolith's own files."""

import os
import signal
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from clever import runner
from clever.runner.errors import RunsOtherwise, StageError
from clever.runner.places import StageFolder
from clever.runner.processes import of_stage
from clever.runner.record import read_record
from clever.runner.stagefile import load_stage
from clever.runner.supervisor import Supervisor

pytestmark = [pytest.mark.live, pytest.mark.usefixtures("nginx_installed", "stopped_afterwards")]


@pytest.fixture
def two(root) -> Iterator[runner.Running]:
    """The stage `tiny` with two instances. One that is stuck is given up after two seconds, not after thirty."""
    file = root / "stages" / "tiny" / "nginx.conf"
    text = file.read_text()
    assert "proxy_read_timeout 30s;" in text
    file.write_text(text.replace("proxy_read_timeout 30s;", "proxy_read_timeout 2s;"))
    yield runner.up("tiny", nginx=True, instances=2)
    # One that a test stopped hears no other signal.
    for process in of_stage(StageFolder.of("tiny", root).path):
        process.resume()


def group_of(folder: StageFolder, program: str) -> int:
    supervisor = Supervisor(folder.run / read_record(folder).sockets)
    return os.getpgid(next(one.pid for one in supervisor.programs() if one.name == program))


def get(running: runner.Running, path: str = "/greeting/") -> httpx2.Response:
    return httpx2.get(running.url + path, timeout=20)


def test_both_answer_each_on_a_port_of_its_own_and_the_answer_says_which(two, folder):
    answers = [get(two) for _ in range(20)]

    assert Counter(answer.headers["x-served-by"] for answer in answers) == {"web": 10, "web2": 10}
    record = read_record(folder)
    for name in ("tiny", "web2"):
        assert httpx2.get(f"{record.projects[name]}/readyz").status_code == 200
    assert len({get(two, "/environment").json()["pid"] for _ in range(20)}) == 2


def test_a_map_of_two_instances_looks_as_that_of_one(two):
    assert runner.status() == {"tiny": {"url": two.url, "services": {"greeting": two.url}, "ready": True}}


def test_one_instance_says_who_it_is_too(behind_nginx):
    assert httpx2.get(behind_nginx[0].url).headers["x-served-by"] == "web"


def test_what_goes_before_a_start_is_done_once(two, folder):
    assert (folder.databases / "tiny.sqlite3").read_text().splitlines() == ["migrate", "fill"]


def test_a_killed_instance_fails_nobody(two, folder):
    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(get, two) for _ in range(100)]
        os.killpg(group_of(folder, "web2"), signal.SIGKILL)
        answers += [pool.submit(get, two) for _ in range(300)]

    assert Counter(answer.result().status_code for answer in answers) == {200: 400}


def test_an_instance_that_hangs_delays_a_few_and_fails_nobody(two, folder):
    os.killpg(group_of(folder, "web2"), signal.SIGSTOP)
    with ThreadPoolExecutor(8) as pool:
        answers = [answer.result() for answer in [pool.submit(get, two) for _ in range(100)]]

    assert Counter((answer.status_code, answer.headers["x-served-by"]) for answer in answers) == {(200, "web"): 100}
    assert sum(answer.elapsed.total_seconds() > 1.5 for answer in answers) <= 16


def test_what_is_not_safe_to_repeat_is_not_sent_to_the_other_one(two, folder):
    os.killpg(group_of(folder, "web2"), signal.SIGSTOP)
    with ThreadPoolExecutor(2) as pool:
        posts = [pool.submit(httpx2.post, f"{two.url}/greeting/", timeout=20) for _ in range(2)]
    statuses = Counter(post.result().status_code for post in posts)

    assert statuses == {200: 1, 504: 1}


def test_a_second_up_uses_both(two, folder):
    before = {process.pid for process in of_stage(folder.path)}

    assert runner.up("tiny", nginx=True, instances=2).reused
    assert {process.pid for process in of_stage(folder.path)} == before


def test_a_wish_for_fewer_is_met_afresh(two, folder):
    one = runner.up("tiny", afresh=True)

    assert not one.reused
    assert read_record(folder).ports.keys() == {"tiny"}
    assert (folder.databases / "tiny.sqlite3").read_text().splitlines() == ["migrate", "fill"] * 2  # data is kept


def test_a_stage_that_is_up_with_one_does_not_get_a_second_unasked(root):
    runner.up("tiny", nginx=True)

    with pytest.raises(RunsOtherwise, match=r"is up already, .* without web2; stop it first: inv down tiny"):
        runner.up("tiny", nginx=True, instances=2)

    assert not runner.up("tiny", nginx=True, instances=2, afresh=True).reused


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


def test_the_second_one_gets_its_default_port_where_that_is_free(two, folder):
    assert read_record(folder).ports["web2"] == load_stage("tiny").instances["web2"]
