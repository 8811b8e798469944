"""One question over HTTP. Whatever is not an answer is no answer, and the log says why without a secret."""

import json
import socket
import time
from collections.abc import Iterator
from threading import Event, Thread
from typing import Any

import httpx2
import pytest

from permittee import asking
from permittee.answers import Answer, Decision
from permittee.asking import CannotAsk, Permitter
from permittee.credentials import Credentials

COUPON = Credentials("coupon", "d" * 64)
OWN_SECRET = "player's own secret"


class Wire:
    """The network: gives what it is told to, and keeps what was sent."""

    def __init__(self) -> None:
        self.gives: list[Any] = []
        self.sent: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.sent.append(request)
        given = self.gives.pop(0)
        if isinstance(given, Exception):
            raise given
        return given if isinstance(given, httpx2.Response) else httpx2.Response(200, json=given)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def permitter(wire: Wire) -> Permitter:
    url = "http://permitter.invalid/api/permitter/"
    transport = httpx2.MockTransport(wire)
    return Permitter(url, service="player", name="player", secret=OWN_SECRET, transport=transport)


def test_a_question_says_who_asks_about_what_and_whom(permitter: Permitter, wire: Wire) -> None:
    wire.gives = [{"known": True, "operations": ["GET /x"]}, {"known": True, "permitted": True, "more": 1}]

    assert permitter.permits(COUPON) == Answer(True, frozenset({"GET /x"}))
    assert permitter.decision(COUPON, "GET /x", "an-id-of-its-own") == Decision(True, True)

    question = {"service": "player", "name": "coupon", "digest": "d" * 64}
    assert [str(sent.url) for sent in wire.sent] == [
        "http://permitter.invalid/api/permitter/permits",
        "http://permitter.invalid/api/permitter/decisions",
    ]
    assert [json.loads(sent.content) for sent in wire.sent] == [question, question | {"operation": "GET /x"}]
    assert [sent.headers.get("X-Request-Id") for sent in wire.sent] == [None, "an-id-of-its-own"]
    assert all(sent.headers["Authorization"].startswith("Basic ") for sent in wire.sent)


@pytest.mark.parametrize("error", [httpx2.ReadError("closed"), httpx2.RemoteProtocolError("closed")])
def test_a_connection_that_was_closed_meanwhile_is_tried_once_more(
    permitter: Permitter, wire: Wire, error: Exception
) -> None:
    wire.gives = [error, {"known": True, "operations": []}]

    assert permitter.permits(COUPON).known
    assert len(wire.sent) == 2


@pytest.mark.parametrize(
    ("gives", "why"),
    [
        ([httpx2.ConnectError("no")] * 2, "does not answer (ConnectError)"),
        ([httpx2.ReadTimeout("no")], "does not answer (ReadTimeout)"),
        ([httpx2.Response(401)], "PERMITTEE_SECRET"),
        ([httpx2.Response(403)], "PERMITTEE_SERVICE"),
        ([httpx2.Response(404)], "PERMITTEE_SERVICE and PERMITTER_URL"),
        ([httpx2.Response(405)], "see PERMITTER_URL"),
        (
            [httpx2.Response(302, headers={"Location": "http://evil.invalid/"})],
            "it answered 302: no permitter is there; see PERMITTER_URL",
        ),
        ([httpx2.Response(503)], "it answered 503"),
        ([httpx2.Response(204)], "it answered 204"),
        ([httpx2.Response(200, text="<html>")], "its protocol does not allow"),
        ([httpx2.Response(200, content=b"\xff\xfe{")], "its protocol does not allow"),
        ([httpx2.Response(200, text="[" * 100_000)], "its protocol does not allow"),
        ([{}], "its protocol does not allow"),
        ([[]], "its protocol does not allow"),
        ([None], "its protocol does not allow"),
        ([{"known": "yes", "operations": ["*"]}], "its protocol does not allow"),
        ([{"known": 1, "operations": ["*"]}], "its protocol does not allow"),
        ([{"known": True, "operations": "*"}], "its protocol does not allow"),
        ([{"known": True, "operations": [["*"]]}], "its protocol does not allow"),
        ([{"operations": ["*"]}], "its protocol does not allow"),
    ],
)
def test_whatever_is_no_answer_is_told_in_one_line_without_a_secret(
    permitter: Permitter, wire: Wire, caplog: pytest.LogCaptureFixture, gives: list[Any], why: str
) -> None:
    wire.gives = [httpx2.Response(200, json=None) if given is None else given for given in gives]

    with pytest.raises(CannotAsk) as raised:
        permitter.permits(COUPON)

    assert why in str(raised.value)
    [line] = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert why in line
    assert not [secret for secret in (OWN_SECRET, COUPON.digest) if secret in line]


@pytest.mark.parametrize(
    "members",
    [{"known": True}, {"known": True, "permitted": "true"}, {"known": True, "permitted": 1}, {"permitted": True}],
)
def test_a_decision_is_read_as_strictly(permitter: Permitter, wire: Wire, members: dict[str, Any]) -> None:
    wire.gives = [members]

    with pytest.raises(CannotAsk):
        permitter.decision(COUPON, "GET /x")


def test_whoever_is_unknown_has_no_permit_whatever_else_is_said(permitter: Permitter, wire: Wire) -> None:
    wire.gives = [{"known": False, "operations": ["*"]}, {"known": False, "permitted": True}]

    assert not permitter.permits(COUPON).permits("GET /x")
    assert permitter.decision(COUPON, "GET /x") == Decision(known=False, permitted=False)


def test_nothing_that_can_be_printed_holds_a_secret(permitter: Permitter) -> None:
    assert COUPON.digest not in repr(COUPON)
    assert OWN_SECRET not in repr(permitter) + repr(permitter._http) + repr(permitter._http.auth)


@pytest.fixture
def dripping() -> Iterator[str]:
    """The address of a permitter that begins to answer each question at once, and sends a letter now and then."""
    over = Event()

    def drip(connection: socket.socket) -> None:
        with connection:
            connection.recv(65_536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not over.wait(0.01):
                connection.sendall(b"x")

    def serve(listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return  # closed below
            Thread(target=drip, args=(connection,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        Thread(target=serve, args=(listening,), daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        over.set()
        listening.shutdown(socket.SHUT_RDWR)


def test_an_answer_that_comes_in_drops_is_not_waited_for_to_its_end(
    dripping: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(asking, "LONGEST", 0.3)
    permitter = Permitter(dripping, service="player", name="player", secret=OWN_SECRET)
    begun = time.monotonic()

    with pytest.raises(CannotAsk, match=r"not complete after 0\.3 s"):
        permitter.permits(COUPON)

    assert 0.3 <= time.monotonic() - begun < 20  # and not for as long as it drips
    assert OWN_SECRET not in caplog.text
