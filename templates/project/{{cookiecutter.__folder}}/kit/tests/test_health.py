import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.db import OperationalError
from django.test import Client

pytestmark = pytest.mark.usefixtures("addresses")


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


@contextmanager
def callee(status: str) -> Iterator[str]:
    """A service on a port of its own that answers /healthz with `status`, and everything else with 404."""

    def app(environ: Any, start_response: Any) -> list[bytes]:
        start_response(status if environ["PATH_INFO"] == "/healthz" else "404 Not Found", [])
        return [b""]

    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/api/player"
        finally:
            server.shutdown()
            thread.join()


def closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_a_living_process_says_so_without_looking_at_its_database(client: Client) -> None:
    # No django_db here: a query would fail the test.
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.django_db
def test_a_process_whose_database_and_callees_answer_is_ready(client: Client, settings: Any) -> None:
    settings.CALLEES, settings.VID_URL = ["VID_URL"], "local:"

    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {"status": "ready", "checks": {"default": "ok", "VID_URL": "ok"}}


@pytest.mark.django_db
def test_a_callee_over_there_is_asked_whether_it_is_alive(client: Client, settings: Any) -> None:
    settings.CALLEES = ["PLAYER_URL"]

    with callee("200 OK") as settings.PLAYER_URL:
        assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_a_callee_that_fails_makes_us_unready_and_says_which(client: Client, settings: Any) -> None:
    settings.CALLEES = ["PLAYER_URL"]

    with callee("500 Oops") as settings.PLAYER_URL:
        answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer["Retry-After"] == "1"
    assert answer.json()["checks"]["PLAYER_URL"] == "answers 500"


@pytest.mark.django_db
@pytest.mark.parametrize("port", ["closed", "malformed"])
def test_a_callee_that_is_away_makes_us_unready(client: Client, settings: Any, port: str) -> None:
    settings.CALLEES = ["PLAYER_URL"]
    settings.PLAYER_URL = f"http://127.0.0.1:{closed_port() if port == 'closed' else 'x'}/api/player"

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert "does not answer" in answer.json()["checks"]["PLAYER_URL"]


@pytest.mark.django_db
def test_no_proxy_stands_between_us_and_our_own(client: Client, settings: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    settings.CALLEES = ["PLAYER_URL"]

    with callee("200 OK") as settings.PLAYER_URL:
        assert client.get("/readyz").status_code == 200


def test_a_database_that_does_not_answer_makes_us_unready(client: Client, settings: Any, monkeypatch: Any) -> None:
    from django.db import connections

    def away() -> None:
        raise OperationalError("connection to 10.0.0.7 with password hunter2 failed")

    settings.CALLEES = []
    monkeypatch.setattr(connections["default"], "cursor", away)

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["checks"] == {"default": "does not answer (OperationalError)"}


@pytest.mark.parametrize(("needed", "status"), [(["default"], 503), ([], 200)])
def test_a_database_that_we_can_do_without_is_not_asked(
    client: Client, settings: Any, monkeypatch: Any, needed: list[str], status: int
) -> None:
    from django.db import connections

    def away() -> None:
        raise OperationalError("gone")

    settings.CALLEES, settings.NEEDED_DATABASES = [], needed
    monkeypatch.setattr(connections["default"], "cursor", away)

    assert client.get("/readyz").status_code == status
