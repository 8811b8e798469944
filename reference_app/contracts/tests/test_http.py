import base64
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from types import SimpleNamespace
from typing import Any, is_protocol
from uuid import uuid4

import httpx2
import pytest
from django.conf import settings
from django.contrib.auth.models import Group

import clever.contracts
from clever.contracts.http import ATTEMPTS, CONNECT, TIMEOUT, TOO_LITTLE, HttpClient
from clever.kit import problems
from clever.kit.calling import budget, left
from clever.kit.calling.breaker import FAILURES as IN_A_ROW
from clever.kit.calling.breaker import SECONDS as REST
from clever.kit.middleware import request_id
from clever.kit.transactions import atomic_for


def ok(**fields: Any) -> httpx2.Response:
    return httpx2.Response(200, json={"name": "old", "bristles": 7, **fields})


def test_a_call_says_who_is_calling_and_never_in_the_address(client: Any, callee: Any) -> None:
    callee.answers = [ok()]

    client.get_broom("old")

    [asked] = callee.asked
    credentials = f"{settings.CALLER_NAME}:{settings.CALLER_SECRET}"
    assert asked.headers["Authorization"] == f"Basic {base64.b64encode(credentials.encode()).decode()}"
    assert str(asked.url) == "http://brooms.example/api/broomer/brooms/old"


def test_a_call_carries_the_id_of_the_request_being_served(client: Any, callee: Any) -> None:
    callee.answers = [ok(), ok()]

    token = request_id.current.set("game-0000-0001")
    try:
        client.get_broom("old")
    finally:
        request_id.current.reset(token)
    client.get_broom("old")

    assert [asked.headers.get(request_id.HEADER) for asked in callee.asked] == ["game-0000-0001", None]


def test_each_attempt_is_a_span_and_says_so_to_the_callee(client: Any, callee: Any, recorder: Any) -> None:
    callee.answers = [httpx2.Response(503), httpx2.ConnectError("refused"), ok()]

    client.get_broom("old")

    attempt = ("GET", "broomer")
    assert recorder.told == [attempt, 503, attempt, attempt, 200]
    assert [asked.headers["traceparent"] for asked in callee.asked] == [recorder.headers["traceparent"]] * 3


def test_where_nobody_records_spans_a_call_says_nothing_of_them(client: Any, callee: Any) -> None:
    callee.answers = [ok()]

    client.get_broom("old")

    assert "traceparent" not in callee.asked[0].headers


def test_what_is_not_asked_for_stays_out_of_the_query(client: Any, callee: Any) -> None:
    callee.answers = [ok()]

    client.get_broom("old", limit=3, after=None)

    assert callee.asked[0].url.query == b"limit=3"


def test_unknown_fields_are_ignored_and_missing_ones_have_their_defaults(client: Any, callee: Any) -> None:
    callee.answers = [httpx2.Response(200, json={"name": "new", "speed": "of sound", "flies": {"how": "well"}})]

    found = client.get_broom("new")

    assert (found.name, found.bristles) == ("new", 100)
    assert not hasattr(found, "speed")


@pytest.mark.parametrize(
    "answer",
    [b"", b"<html>", b"null", b'{"bristles": 7}', b'{"name": 7}', b"\xff"],
    ids=["nothing", "HTML", "null", "a field too few", "a wrong type", "not UTF-8"],
)
def test_an_answer_that_the_contract_does_not_allow_is_as_good_as_none(client: Any, callee: Any, answer: bytes) -> None:
    callee.answers = [httpx2.Response(200, content=answer)]

    with pytest.raises(problems.CalleeAway, match="broomer answered what its contract does not allow"):
        client.get_broom("old")


def test_an_answer_that_cannot_be_unpacked_is_as_good_as_none(client: Any, callee: Any) -> None:
    packed = {"Content-Encoding": "gzip"}
    callee.answers = [httpx2.Response(200, headers=packed, stream=httpx2.ByteStream(b"not packed at all"))]

    with pytest.raises(problems.CalleeAway, match="broomer answered what its contract does not allow"):
        client.get_broom("old")


def test_a_redirect_is_not_followed_to_who_knows_where(client: Any, callee: Any) -> None:
    callee.answers = [httpx2.Response(301, headers={"Location": "http://evil.example/"})]

    with pytest.raises(problems.CalleeAway):
        client.get_broom("old")

    assert len(callee.asked) == 1


# What is repeated, and what is not


FAILURES = [httpx2.ConnectError("refused"), httpx2.ReadTimeout("slow"), httpx2.RemoteProtocolError("cut off")]
AWAY = [httpx2.Response(status) for status in (502, 503, 504)]


@pytest.mark.parametrize("failure", [*FAILURES, *AWAY], ids=lambda failure: str(failure))
def test_a_read_is_repeated_until_it_is_answered(client: Any, callee: Any, failure: Any) -> None:
    callee.answers = [failure, failure, ok()]

    assert client.get_broom("old").name == "old"
    assert len(callee.asked) == 3


def test_a_put_is_repeated_with_the_same_body(client: Any, callee: Any, broom: Any) -> None:
    callee.answers = [httpx2.ReadTimeout("slow"), ok()]

    client.put_broom(broom)

    assert len({asked.content for asked in callee.asked}) == 1
    assert len(callee.asked) == 2


def test_a_post_with_a_key_is_repeated_with_the_same_key(client: Any, callee: Any, broom: Any) -> None:
    callee.answers = [httpx2.ReadTimeout("slow"), ok()]
    key = uuid4()

    client.add_broom(broom, key=key)

    assert [asked.headers["Idempotency-Key"] for asked in callee.asked] == [str(key)] * 2


@pytest.mark.parametrize("call", ["add_broom", "change_broom"])
def test_what_may_not_be_done_twice_is_not_sent_twice(client: Any, callee: Any, broom: Any, call: str) -> None:
    callee.answers = [httpx2.ReadTimeout("slow"), ok()]

    with pytest.raises(problems.CalleeAway):
        getattr(client, call)(broom)

    assert len(callee.asked) == 1


def test_repeating_comes_to_an_end(client: Any, callee: Any) -> None:
    callee.answers = [httpx2.ConnectError("refused")] * 10

    with pytest.raises(problems.CalleeAway, match="broomer cannot be reached: ConnectError"):
        client.get_broom("old")

    assert len(callee.asked) == ATTEMPTS


def test_a_refusal_is_not_repeated(client: Any, callee: Any, problem: Callable[..., Any]) -> None:
    callee.answers = [problem(404), ok()]

    with pytest.raises(problems.NotFound):
        client.get_broom("old")

    assert len(callee.asked) == 1


def test_every_call_has_a_time_limit() -> None:
    assert all(limit is not None and 0 < limit <= 5 for limit in TIMEOUT.as_dict().values())


# No more time than the request has


@pytest.mark.parametrize("call", ["get_broom", "add_broom"])
def test_a_call_for_which_no_time_is_left_is_not_begun(client: Any, callee: Any, broom: Any, call: str) -> None:
    callee.answers = [ok()]

    with budget(TOO_LITTLE / 2), pytest.raises(problems.CalleeAway, match="this request has no time left for it"):
        getattr(client, call)(broom if call == "add_broom" else "old")

    assert callee.asked == []


def test_a_time_limit_is_no_more_than_what_is_left(client: Any, callee: Any) -> None:
    callee.answers = [ok(), ok(), ok()]

    with budget(2.0):
        client.get_broom("old")
    with budget(0.5):
        client.get_broom("old")
    client.get_broom("old")

    of_two, of_half, usual = [asked.extensions["timeout"] for asked in callee.asked]
    assert of_two["connect"] == CONNECT
    assert all(1.0 < of_two[what] <= 2.0 for what in ("read", "write", "pool"))
    assert all(0 < limit <= 0.5 for limit in of_half.values())
    assert usual == TIMEOUT.as_dict()


def test_what_failed_is_not_repeated_when_the_time_is_over(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("clever.kit.calling.budget")  # its name is its function's too
    now = [100.0]
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: now[0]))
    time_left: list[float | None] = []

    def fail_slowly(request: httpx2.Request) -> httpx2.Response:
        time_left.append(left())
        now[0] += 1.5
        raise httpx2.ReadTimeout("slow")

    slow = type(client)("http://brooms.example", transport=httpx2.MockTransport(fail_slowly))
    with budget(2.0), pytest.raises(problems.CalleeAway, match="no time left"):
        slow.get_broom("old")

    assert time_left == [2.0, 0.5]


# A callee that does not answer is given a rest


@pytest.fixture
def resting(settings: Any, client: Any, callee: Any) -> Any:
    """A client in a project that goes on without its callee."""
    settings.BREAKERS = True
    return type(client)("http://brooms.example", transport=httpx2.MockTransport(callee))


def test_a_callee_that_does_not_answer_is_not_asked_for_a_while(resting: Any, callee: Any, broom: Any) -> None:
    callee.answers = [httpx2.ConnectError("refused")] * IN_A_ROW
    for _ in range(IN_A_ROW):
        with pytest.raises(problems.CalleeAway, match="ConnectError"):
            resting.add_broom(broom)

    with pytest.raises(problems.CalleeAway, match="broomer cannot be reached: it has not answered for some time"):
        resting.add_broom(broom)
    with pytest.raises(problems.CalleeAway, match="is given a rest"):
        resting.get_broom("old")

    assert len(callee.asked) == IN_A_ROW


def test_a_read_is_no_longer_repeated_once_the_callee_has_a_rest(resting: Any, callee: Any) -> None:
    callee.answers = [httpx2.ConnectError("refused")] * 2 * IN_A_ROW

    for _ in range(IN_A_ROW):
        with pytest.raises(problems.CalleeAway):
            resting.get_broom("old")

    assert len(callee.asked) == IN_A_ROW


@pytest.mark.parametrize("answer", [*AWAY, httpx2.Response(500), httpx2.Response(404)], ids=str)
def test_a_callee_that_answers_is_asked_again_whatever_it_says(
    resting: Any, callee: Any, broom: Any, answer: httpx2.Response
) -> None:
    callee.answers = [answer] * 2 * IN_A_ROW + [ok()]
    for _ in range(2 * IN_A_ROW):
        with pytest.raises(problems.Problem):
            resting.add_broom(broom)

    assert resting.add_broom(broom).name == "old"


def test_a_callee_that_answers_after_its_rest_is_asked_as_before(
    resting: Any, callee: Any, broom: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("circuitbreaker.monotonic", lambda: now[0])
    callee.answers = [*[httpx2.ConnectError("refused")] * IN_A_ROW, ok(), ok()]
    for _ in range(IN_A_ROW):
        with pytest.raises(problems.CalleeAway):
            resting.add_broom(broom)

    now[0] += REST

    assert [resting.get_broom("old").name for _ in range(2)] == ["old", "old"]


@pytest.mark.parametrize(("breakers", "calling"), [(False, "careful"), (None, "careful"), (True, "naive")])
def test_a_project_that_does_not_ask_for_it_or_is_naive_asks_each_time(
    settings: Any, client: Any, callee: Any, broom: Any, breakers: bool | None, calling: str
) -> None:
    settings.CALLING = calling
    if breakers is not None:
        settings.BREAKERS = breakers
    fresh = type(client)("http://brooms.example", transport=httpx2.MockTransport(callee))
    callee.answers = [*[httpx2.ConnectError("refused")] * 2 * IN_A_ROW, ok()]

    for _ in range(2 * IN_A_ROW):
        with pytest.raises(problems.CalleeAway):
            fresh.add_broom(broom)

    assert fresh.add_broom(broom).name == "old"


# Problems as exceptions


def test_a_problem_is_raised_as_the_class_that_the_service_raised(client: Any, callee: Any, problem: Any) -> None:
    callee.answers = [problem(404, type="urn:problem:unknown-broom", title="x", detail="no broom old", swept=3)]

    with pytest.raises(problems.NotFound) as caught:
        client.get_broom("old")

    assert type(caught.value).__name__ == "UnknownBroom"
    assert caught.value.detail == "no broom old"
    assert caught.value.members == {"swept": 3}


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, problems.BadRequest), (403, problems.Forbidden), (404, problems.NotFound), (409, problems.Conflict)],
)
@pytest.mark.parametrize("type_", ["urn:problem:of-a-newer-release", "about:blank", None, ["a list"], 7])
def test_a_problem_of_an_unknown_type_is_the_general_one_of_its_status(
    client: Any, callee: Any, problem: Any, status: int, kind: type, type_: Any
) -> None:
    callee.answers = [problem(status, type=type_, detail="something new")]

    with pytest.raises(kind, match="something new") as caught:
        client.get_broom("old")

    assert caught.value.status == status


@pytest.mark.parametrize("body", [b"", b"<html>Not Found</html>", b"[]", b'"no"', b"\xff", b"[" * 200_000])
def test_an_error_that_is_no_problem_is_the_general_one_of_its_status(client: Any, callee: Any, body: bytes) -> None:
    callee.answers = [httpx2.Response(404, content=body)]

    with pytest.raises(problems.NotFound, match="GET answered 404"):
        client.get_broom("old")


def test_a_problem_cannot_set_what_is_ours_to_set(client: Any, callee: Any, problem: Any) -> None:
    callee.answers = [problem(409, detail="busy", headers={"Set-Cookie": "x"}, self="x", title="y")]

    with pytest.raises(problems.Conflict) as caught:
        client.get_broom("old")

    assert caught.value.headers == {}
    assert caught.value.members == {}


def test_a_type_that_does_not_fit_its_status_is_not_believed(client: Any, callee: Any, problem: Any) -> None:
    callee.answers = [problem(409, type="urn:problem:unknown-broom", detail="busy")]

    with pytest.raises(problems.Conflict):
        client.get_broom("old")


@pytest.mark.parametrize("status", [500, 501, 507])
def test_a_callee_that_breaks_has_not_said_no(client: Any, callee: Any, problem: Any, status: int) -> None:
    callee.answers = [problem(status, type="urn:problem:problem", detail="SELECT secret FROM recipes")]

    with pytest.raises(problems.CalleeAway, match=f"broomer cannot be reached: it answered {status}"):
        client.get_broom("old")


def test_credentials_of_ours_that_are_refused_are_not_blamed_on_our_caller(
    client: Any, callee: Any, problem: Any
) -> None:
    callee.answers = [problem(401, type="urn:problem:unauthenticated")]

    with pytest.raises(problems.CalleeAway, match="does not believe who we are"):
        client.get_broom("old")


# Not inside a transaction


@pytest.mark.django_db(transaction=True)
def test_a_call_inside_a_transaction_is_refused_before_it_is_made(client: Any, callee: Any) -> None:
    callee.answers = [ok()]

    with atomic_for(Group), pytest.raises(RuntimeError, match="GET /brooms/old was called inside a transaction"):
        client.get_broom("old")

    assert callee.asked == []


# Every contract has a client


def test_each_contract_has_its_http_client() -> None:
    contracts = [
        member
        for module in iter_modules(clever.contracts.__path__, "clever.contracts.")
        for member in vars(import_module(module.name)).values()
        if is_protocol(member) and member.__module__ == module.name
    ]

    assert len(contracts) >= 2
    assert [contract for contract in contracts if contract not in HttpClient._keeping] == []
