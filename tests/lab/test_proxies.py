"""A proxy in the environment is for the way out. What runs on this machine is spoken to without it."""

import threading
from collections.abc import Callable, Iterator
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from lab.measure.calls import as_device
from lab.measure.comparing import compare
from lab.measure.targets import must_answer
from lab.running.ports import is_ready
from lab.running.stages import Stage


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server on this machine, which has a proxy that nobody answers at."""
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    def app(environ, start_response):
        start_response("200 OK", [("Content-Type", "application/json")])
        return [b"{}"]

    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


ASKING: dict[str, Callable[[str], object]] = {
    "readiness": lambda url: is_ready(url),
    "a load's first look": lambda url: must_answer(url, "start it") is None,
    "a comparison": lambda url: compare({"one": url, "other": url}, rounds=1, seconds=0.01),
    "a stage": lambda url: Stage("monolith", url, {}).get("/").is_success,
    "a scenario's preparation": lambda url: as_device({"bases": {}, "url": url}, "GET", "/api/vid/x", None) == {},
}


@pytest.mark.parametrize("ask", ASKING.values(), ids=ASKING.keys())
def test_this_machine_is_asked_directly(url: str, ask: Callable[[str], object]) -> None:
    assert ask(url)
