import contextlib
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

import httpx2
import psutil
import pytest

import lab
from lab.fault.proxies import address_of
from lab.fault.proxy_server import bound

pytestmark = pytest.mark.live

BODY = b"x" * 3000


def application(environ, start_response):
    if environ["REQUEST_METHOD"] == "POST":
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]
    start_response("200 OK", [("Content-Length", str(len(BODY)))])
    return [BODY]


@pytest.fixture(scope="module")
def server():
    with lab.serve(application, "waitress") as running:
        yield running


def seconds_of(call) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def quickest(call) -> float:
    """The least of several times: a busy machine makes some of them longer, and none shorter."""
    return min(seconds_of(call) for _ in range(5))


def read_to_the_end(connection: socket.socket, got: list[bytes] | None = None) -> None:
    while data := connection.recv(10_000):
        if got is not None:
            got.append(data)


def test_a_proxy_that_is_well_changes_nothing(server):
    big = bytes(range(256)) * 20_000
    with lab.fault.proxy(server) as proxy:
        assert proxy.get().content == BODY
        assert httpx2.post(proxy.url, content=big, timeout=10).content == big
        assert server.url in proxy.text()
        assert proxy.url in proxy.text()


def test_a_slow_way_takes_its_time_in_each_direction_and_is_quick_again_afterwards(server):
    with lab.fault.proxy(server) as proxy:
        assert quickest(proxy.get) < 0.3
        with lab.fault.slow(proxy, milliseconds=150):
            assert quickest(proxy.get) >= 0.3
        assert quickest(proxy.get) < 0.3


def test_slowness_delays_and_does_not_throttle(server):
    big = b"y" * 5_000_000
    with lab.fault.slow(server, milliseconds=100) as proxy:
        # 77 chunks, each way: one after the other would take 15 s.
        assert seconds_of(lambda: httpx2.post(proxy.url, content=big, timeout=20)) < 10


def test_a_refused_connection_is_refused_and_the_same_address_answers_afterwards(server):
    with lab.fault.proxy(server) as proxy:
        with lab.fault.refuse(proxy), pytest.raises(httpx2.ConnectError, match="refused"):
            proxy.get()
        assert proxy.get().content == BODY


def test_refusing_resets_connections_that_are_open(server):
    with lab.fault.proxy(server) as proxy:
        parts = urlsplit(proxy.url)
        with socket.create_connection((parts.hostname, parts.port), timeout=5) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
            assert connection.recv(100)
            with lab.fault.refuse(proxy), pytest.raises(ConnectionResetError):
                read_to_the_end(connection)


def test_an_answer_breaks_off_after_so_many_bytes(server):
    with lab.fault.proxy(server) as proxy:
        parts = urlsplit(proxy.url)
        got: list[bytes] = []
        with (
            lab.fault.cut(proxy, after=1000),
            socket.create_connection((parts.hostname, parts.port), timeout=5) as connection,
        ):
            connection.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
            with pytest.raises(ConnectionResetError):
                read_to_the_end(connection, got)
        assert len(b"".join(got)) == 1000
        assert proxy.get().content == BODY


def test_an_answer_in_two_pieces_does_not_wait_for_its_second_one():
    """The system holds a small piece back until the one before is acknowledged, unless that is switched off."""
    with bound(0) as listener:
        listener.listen()
        with socket.create_connection(listener.getsockname()), listener.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_client_of_a_cut_answer_gets_an_error_and_no_half_answer(server):
    with lab.fault.cut(server, after=1000) as proxy, pytest.raises(httpx2.TransportError):
        proxy.get()


def test_nobody_behind_the_proxy_is_an_error_for_its_client():
    with lab.serve(application, "waitress") as going, lab.fault.proxy(going) as proxy:
        going.stop()

        with pytest.raises(httpx2.TransportError):
            proxy.get()


def test_faults_of_one_proxy_add_up_and_end_one_by_one(server):
    with lab.fault.proxy(server) as proxy:
        with lab.fault.slow(proxy, milliseconds=500):
            with lab.fault.refuse(proxy), pytest.raises(httpx2.ConnectError):
                proxy.get()
            assert quickest(proxy.get) >= 1.0
        assert quickest(proxy.get) < 1.0


def test_a_fault_ends_when_the_block_raises(server):
    with lab.fault.proxy(server) as proxy:
        with contextlib.suppress(ZeroDivisionError), lab.fault.refuse(proxy):
            raise ZeroDivisionError
        assert proxy.get().content == BODY


def test_the_monolith_has_a_slow_address_beside_its_own(monolith):
    with lab.fault.slow(monolith, "notice", milliseconds=200) as slow:
        assert httpx2.get(f"{slow.url}/healthz").status_code == 200
        assert quickest(lambda: httpx2.get(f"{slow.url}/healthz")) >= 0.4
        assert quickest(lambda: monolith.get("/healthz")) < 0.4


def test_an_unknown_service_is_answered_with_the_known_ones():
    stage = lab.Stage("split", "http://127.0.0.1:1", {"coupon": "http://127.0.0.1:2/", "link": "http://127.0.0.1:3"})

    assert address_of(stage, "coupon") == "http://127.0.0.1:2"
    with pytest.raises(lab.LabError, match="split has no service 'shop': it has coupon, link"):
        address_of(stage, "shop")


def test_other_machines_are_left_alone():
    with pytest.raises(lab.LabError, match="is not this machine"):
        lab.fault.proxy("http://example.com/")


@pytest.mark.parametrize(
    "fault", [lambda it: lab.fault.slow(it, milliseconds=-1), lambda it: lab.fault.cut(it, after=-1)]
)
def test_nonsense_is_refused_before_anything_starts(fault):
    with pytest.raises(lab.LabError, match="at least 0"):
        fault("http://127.0.0.1:1").__enter__()


def test_no_proxy_outlives_a_kernel_that_was_killed(server, until):
    code = (
        "import lab, sys, time\n"
        f"with lab.fault.slow({server.url!r}, milliseconds=1) as proxy:\n"
        "    print(proxy._process.pid, flush=True)\n"
        "    time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as kernel:
        pid = int(kernel.stdout.readline())
        kernel.kill()

    assert until(lambda: not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)


def test_a_proxy_that_has_ended_says_so(server):
    proxy = lab.fault.proxy(server)
    proxy.stop()
    proxy.stop()

    with pytest.raises(lab.LabError, match="has ended: make another"):
        lab.fault.slow(proxy, milliseconds=1).__enter__()
