"""Who gets in. A caller that is not let in is told why, and nobody else's business is touched."""

import base64
import logging
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from django.test import Client

from permittee.ext.django.testing import FakePermitter

STRONG = "permittee.ext.django.middlewares.AuthorizationMiddleware"
WEAK = "permittee.ext.django.middlewares.WeakAuthorizationMiddleware"


def basic_of(pair: bytes) -> dict[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}


@pytest.fixture(params=["cached", "ask"])
def mode(request: pytest.FixtureRequest, settings: Any) -> str:
    settings.PERMITTEE_MODE = request.param
    return str(request.param)


@pytest.fixture
def weak(settings: Any) -> None:
    settings.MIDDLEWARE = [WEAK]


def refused(answer: Any, status: int) -> dict[str, Any]:
    """The members of a problem of this status."""
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    members: dict[str, Any] = answer.json()
    assert members["status"] == status
    assert members["type"]
    assert members["title"]
    assert members["detail"]
    return members


def test_a_caller_with_a_permit_gets_in_under_its_name(client: Client, permitter: FakePermitter, mode: str) -> None:
    answer = client.get("/things", headers=permitter.headers("coupon"))

    assert answer.json() == {"permittee": "coupon"}


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/things", 200),
        ("POST", "/things", 403),
        ("HEAD", "/things", 403),
        ("PUT", "/things/7", 200),
        ("PUT", "/things/8", 200),
        ("GET", "/things/7", 403),
        ("GET", "/healthz", 403),
    ],
)
def test_a_permit_is_for_one_method_of_one_route_whatever_the_id(
    client: Client, permitter: FakePermitter, mode: str, method: str, address: str, status: int
) -> None:
    answer = client.generic(method, address, headers=permitter.headers("coupon"))

    assert answer.status_code == status


def test_a_star_permits_everything_and_no_permit_nothing(client: Client, permitter: FakePermitter, mode: str) -> None:
    for address in ("/things", "/things/7", "/healthz"):
        assert client.post(address, headers=permitter.headers("game-server")).status_code == 200
        assert client.get(address, headers=permitter.headers("nosy")).status_code == 403


def test_a_refusal_says_which_permit_is_missing(
    client: Client, permitter: FakePermitter, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get("/things/7", headers=permitter.headers("nosy"))

    assert refused(answer, 403)["detail"] == "nosy has no permit for GET /things/<int:thing_id>"
    [line] = [record for record in caplog.records if record.message == "denied"]
    assert (line.caller, line.operation) == ("nosy", "GET /things/<int:thing_id>")  # type: ignore[attr-defined]


@pytest.mark.parametrize("middleware", [STRONG, WEAK])
@pytest.mark.parametrize(
    ("name", "secret"), [("coupon", "wrong"), ("nobody", "at all"), ("coupon", ""), ("테스트", "x")]
)
def test_a_wrong_secret_and_an_unknown_name_are_refused(
    client: Client, permitter: FakePermitter, mode: str, settings: Any, middleware: str, name: str, secret: str
) -> None:
    settings.MIDDLEWARE = [middleware]

    answer = client.get("/things", headers=permitter.headers(name, secret))

    refused(answer, 401)
    assert answer["WWW-Authenticate"] == 'Basic realm="shop", charset="UTF-8"'


@pytest.mark.parametrize("middleware", [STRONG, WEAK])
@pytest.mark.parametrize("anonymous", ["refuse", "pass"])
@pytest.mark.parametrize(
    "headers",
    [{"Authorization": value} for value in ("Basic", "basic ", "Basic ====", "Basic é", "BASIC x y")]
    + [basic_of(pair) for pair in (b"coupon", b"", b":", b":secret", b"\xff:\xff", b"cou\0pon:x", b"coupon:x\n")]
    + [basic_of(b"x" * 256 + b":secret")],
)
def test_malformed_credentials_are_refused_and_nobody_is_asked(
    client: Client, permitter: FakePermitter, settings: Any, middleware: str, anonymous: str, headers: dict[str, str]
) -> None:
    settings.MIDDLEWARE = [middleware]
    settings.PERMITTEE_ANONYMOUS = anonymous

    answer = client.get("/things", headers=headers)

    refused(answer, 401)
    assert "WWW-Authenticate" in answer
    assert permitter.questions == []


@pytest.mark.parametrize("middleware", [STRONG, WEAK])
@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer x"}, {"Authorization": "Basics x"}])
def test_whoever_sends_no_basic_credentials_is_refused_or_goes_on_unnamed(
    client: Client, permitter: FakePermitter, settings: Any, middleware: str, headers: dict[str, str]
) -> None:
    settings.MIDDLEWARE = [middleware]
    refused(client.get("/things", headers=headers), 401)

    settings.PERMITTEE_ANONYMOUS = "pass"
    answer = Client().get("/things", headers=headers)

    assert answer.json()["permittee"] == ""
    assert permitter.questions == []


def test_an_open_operation_needs_no_caller_and_asks_nobody(
    client: Client, permitter: FakePermitter, settings: Any
) -> None:
    settings.PERMITTEE_OPEN = ["GET /healthz"]
    permitter.failure = httpx2.ConnectError("away")

    assert client.get("/healthz").json() == {"permittee": ""}
    assert client.get("/healthz", headers=permitter.headers("coupon")).json() == {"permittee": ""}
    assert client.post("/healthz").status_code == 401
    assert permitter.questions == []


@pytest.mark.parametrize("middleware", [STRONG, WEAK])
def test_an_address_that_does_not_exist_needs_no_permit_and_refuses_false_credentials(
    client: Client, permitter: FakePermitter, mode: str, settings: Any, middleware: str
) -> None:
    settings.MIDDLEWARE = [middleware]

    assert client.get("/no-such-thing").status_code == 404
    for name in ("coupon", "nosy"):
        assert client.get("/no-such-thing", headers=permitter.headers(name)).status_code == 404
    refused(client.get("/no-such-thing", headers=permitter.headers("coupon", "wrong")), 401)
    refused(client.get("/no-such-thing", headers=permitter.headers("nobody", "at all")), 401)
    refused(client.get("/no-such-thing", headers={"Authorization": "Basic ===="}), 401)


def test_where_nobody_can_be_asked_it_is_not_said_whether_an_address_exists(
    client: Client, permitter: FakePermitter, mode: str
) -> None:
    permitter.failure = httpx2.ConnectError("away")

    refused(client.get("/no-such-thing", headers=permitter.headers("coupon")), 503)
    assert client.get("/no-such-thing").status_code == 404


@pytest.mark.parametrize("middleware", [STRONG, WEAK])
@pytest.mark.parametrize("failure", [httpx2.ConnectError("away"), httpx2.ReadTimeout("slow"), 500, 401, 403, 404])
def test_where_the_permitter_cannot_be_asked_nobody_is_let_in(
    client: Client, permitter: FakePermitter, mode: str, settings: Any, middleware: str, failure: Any
) -> None:
    settings.MIDDLEWARE = [middleware]
    permitter.failure = failure

    for name in ("coupon", "game-server", "nobody"):
        answer = client.get("/things", headers=permitter.headers(name, "whatever"))

        refused(answer, 503)
        assert answer["Retry-After"] == "1"


@pytest.mark.parametrize(
    ("name", "may", "may_list"), [("coupon", False, True), ("game-server", True, True), ("nosy", False, False)]
)
def test_the_weak_one_leaves_it_to_the_view(
    client: Client, permitter: FakePermitter, mode: str, weak: None, name: str, may: bool, may_list: bool
) -> None:
    answer = client.get("/things/7", headers=permitter.headers(name))

    assert answer.json() == {"permittee": name, "may": may, "may_list": may_list}
    assert len(permitter.questions) == 1


def test_the_weak_one_says_of_nobody_that_it_may_nothing(client: Client, weak: None, settings: Any) -> None:
    settings.PERMITTEE_ANONYMOUS = "pass"

    assert client.get("/things").json() == {"permittee": "", "may": False, "may_list": False}


def test_ask_asks_about_each_request_and_cached_about_the_first(
    client: Client, permitter: FakePermitter, mode: str
) -> None:
    for _ in range(3):
        assert client.get("/things", headers=permitter.headers("coupon")).status_code == 200

    asked = [(question["path"], question["service"], question["name"]) for question in permitter.questions]
    assert asked == {"ask": [("decisions", "shop", "coupon")] * 3, "cached": [("permits", "shop", "coupon")]}[mode]


def test_a_permit_that_is_taken_away_is_gone_at_once_where_each_request_is_asked_about(
    client: Client, permitter: FakePermitter, settings: Any
) -> None:
    settings.PERMITTEE_MODE = "ask"
    assert client.get("/things", headers=permitter.headers("coupon")).status_code == 200

    permitter.permits["coupon"].remove("GET /things")

    assert client.get("/things", headers=permitter.headers("coupon")).status_code == 403


def test_the_id_of_a_request_goes_on_to_the_permitter(rf: Any, permitter: FakePermitter, mode: str) -> None:
    from django.http import HttpResponse
    from django.urls import resolve

    from permittee.ext.django import process
    from permittee.ext.django.middlewares import AuthorizationMiddleware

    seen: list[str] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers["X-Request-Id"])
        return permitter.respond(request)

    process.forget(transport=httpx2.MockTransport(respond))
    request = rf.get("/things", headers=permitter.headers("coupon"))
    request.request_id, request.resolver_match = "acceptance-0001", resolve("/things")

    AuthorizationMiddleware(lambda request: HttpResponse()).process_view(request, None, (), {})

    assert seen == ["acceptance-0001"]


def test_no_secret_and_no_digest_is_logged_whatever_happens(
    client: Client, permitter: FakePermitter, mode: str, caplog: pytest.LogCaptureFixture, settings: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    get: Callable[..., Any] = client.get
    get("/things", headers=permitter.headers("coupon"))
    get("/things/7", headers=permitter.headers("coupon"))
    get("/things", headers=permitter.headers("coupon", "a wrong secret"))
    get("/things", headers=permitter.headers("a secret in the wrong field", "x"))
    permitter.failure = 401
    get("/things", headers=permitter.headers("nosy"))

    said = " ".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    hidden = [settings.PERMITTEE_SECRET, *permitter.secrets.values(), "a wrong secret", "a secret in the wrong field"]
    hidden += [question["digest"] for question in permitter.questions]
    hidden += [header.split()[1] for header in permitter.headers("coupon").values()]
    assert "it does not believe who asks" in said
    assert [secret for secret in hidden if secret in said] == []
