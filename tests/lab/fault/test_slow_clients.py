import contextlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import httpx2
import psutil
import pytest

import lab
from lab.fault.slow_crowd import opening

pytestmark = pytest.mark.live

PARTS = {"request": "/", "body": "/", "answer": "/photo"}
PHOTO = 5_000_000  # bytes, more than the system's buffers take


def application(environ, start_response):
    read = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    body = b"x" * PHOTO if environ["PATH_INFO"] == "/photo" else b"%d bytes read" % len(read)
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


@pytest.fixture(scope="module")
def server():
    """One worker with four threads."""
    with lab.serve(application, "gunicorn") as running:
        yield running


def answered(url: str, guests: int = 5) -> int:
    """How many guests who come at the same time are answered within two seconds."""

    def ask(_: int) -> bool:
        try:
            return httpx2.get(url, timeout=2, trust_env=False).status_code == 200
        except httpx2.TransportError:
            return False

    with ThreadPoolExecutor(guests) as together:
        return sum(together.map(ask, range(guests)))


@pytest.mark.parametrize("slow", PARTS)
def test_slow_clients_keep_everybody_else_waiting_and_nobody_once_they_are_gone(server, slow):
    with lab.fault.slow_clients(server, PARTS[slow], slow=slow):
        assert answered(server.url) == 0

    assert answered(server.url) == 5


@pytest.mark.engine("nginx")
@pytest.mark.parametrize("slow", PARTS)
def test_behind_nginx_they_keep_nobody_waiting(server, slow):
    with lab.behind_nginx(server) as front, lab.fault.slow_clients(front, PARTS[slow], slow=slow):
        assert answered(front.url) == 5


def test_fewer_clients_than_threads_hold_up_nobody(server):
    with lab.fault.slow_clients(server, clients=3):
        assert answered(server.url) == 5


def test_they_are_let_go_when_the_block_raises(server):
    with contextlib.suppress(ZeroDivisionError), lab.fault.slow_clients(server):
        raise ZeroDivisionError

    assert answered(server.url) == 5


def test_none_outlives_a_kernel_that_was_killed(server, until):
    code = (
        "import lab, time\n"
        f"with lab.fault.slow_clients({server.url!r}):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as kernel:
        assert kernel.stdout.readline() == b"held\n"
        [crowd] = psutil.Process(kernel.pid).children()
        kernel.kill()

    assert until(lambda: not crowd.is_running() or crowd.status() == psutil.STATUS_ZOMBIE)
    assert answered(server.url) == 5


def test_a_block_that_takes_longer_than_it_may_is_told_so(server):
    with pytest.raises(lab.LabError, match=r"was over after 0.1 s"), lab.fault.slow_clients(server, seconds=0.1):
        answered(server.url, guests=1)  # which waits until they are gone


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"slow": "wits"}, "choose one of request, body, answer"),
        ({"clients": 0}, "from 1 to 200"),
        ({"clients": 100_000}, "from 1 to 200"),
    ],
)
def test_nonsense_is_refused_before_anything_starts(wish, said):
    with pytest.raises(lab.LabError, match=said):
        lab.fault.slow_clients("http://127.0.0.1:1", **wish).__enter__()


def test_other_machines_are_left_alone():
    with pytest.raises(lab.LabError, match="is not this machine"):
        lab.fault.slow_clients("http://example.com").__enter__()


def test_where_nobody_answers_nobody_hangs_on():
    with pytest.raises(lab.LabError, match="nothing answers"):
        lab.fault.slow_clients(f"http://127.0.0.1:{lab.free_port()}").__enter__()


@pytest.mark.parametrize(
    ("what", "ends"), [("request", b"X-Patience: "), ("body", b"100000\r\n\r\n"), ("answer", b":80\r\n\r\n")]
)
def test_what_is_said_at_once_is_all_but_the_slow_part(what, ends):
    assert opening(what, "here", 80, "/").endswith(ends)
