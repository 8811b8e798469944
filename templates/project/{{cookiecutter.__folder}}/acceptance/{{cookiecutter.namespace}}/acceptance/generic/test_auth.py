"""Each operation says in the OpenAPI document who may call it, and keeps to that."""

import base64

import pytest

from {{ cookiecutter.namespace }}.acceptance.callers import Caller
from {{ cookiecutter.namespace }}.acceptance.operations import Operation
from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem

WRONG = [
    "Basic " + base64.b64encode(b"game-server:wrong").decode(),
    "Basic " + base64.b64encode(b"nobody:at-all").decode(),
    "Basic " + base64.b64encode("테스트:비밀".encode()).decode(),
    "Basic " + base64.b64encode(b"\xff\xfe:\xff").decode(),
    "Basic not base64!",
    "Basic",
    "Bearer not-a-token",
    # {"alg": "none"}, {"sub": "00000000-0000-0000-0000-000000000000", "aud": "game", "exp": 4000000000}, no signature
    "Bearer eyJhbGciOiAibm9uZSJ9."
    "eyJzdWIiOiAiMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwIiwgImF1ZCI6ICJnYW1lIiwgImV4cCI6IDQwMDAwMDAwMDB9.",
    "Digest username=admin",
]


def test_an_operation_that_is_not_open_asks_a_stranger_who_it_is(
    callers: dict[str, Caller], operations: list[Operation]
) -> None:
    for operation in operations:
        answer = callers["stranger"].request(operation.method, operation.path(), **operation.request())

        if operation.callers:
            assert_problem(answer, 401)
            assert "WWW-Authenticate" in answer.headers, str(operation)
        else:
            assert answer.status_code not in (401, 403), f"{operation} is open and refuses a stranger"


@pytest.mark.parametrize("kind", ["device", "service"])
def test_an_operation_lets_in_the_kinds_of_caller_that_it_is_for_and_no_other(
    callers: dict[str, Caller], operations: list[Operation], kind: str
) -> None:
    if kind not in callers:
        pytest.skip(f"nobody here gives a {kind} what it is known by")
    for operation in operations:
        answer = callers[kind].request(operation.method, operation.path(), **operation.request())

        if operation.callers and kind not in operation.callers:
            assert_problem(answer, 403)
        else:
            assert answer.status_code not in (401, 403), f"{operation} is for a {kind} and refuses one"
            assert answer.status_code < 500, f"{operation}: {answer.text[:300]}"


@pytest.mark.parametrize("authorization", WRONG, ids=lambda authorization: authorization[:24])
def test_wrong_credentials_are_refused_even_where_none_are_needed(
    callers: dict[str, Caller], operations: list[Operation], authorization: str
) -> None:
    for operation in operations:
        answer = callers["stranger"].request(
            operation.method, operation.path(), headers={"Authorization": authorization}
        )

        assert_problem(answer, 401)


def test_a_token_that_was_tampered_with_is_refused(callers: dict[str, Caller], operations: list[Operation]) -> None:
    if "device" not in callers:
        pytest.skip("nobody here gives tokens")
    head, payload, signature = callers["device"].headers["Authorization"].split(".")
    other = payload[:-6] + ("AAAAAA" if payload[-6:] != "AAAAAA" else "BBBBBB")

    for token in (f"{head}.{other}.{signature}", f"{head}.{payload}.{signature[::-1]}", f"{head}.{payload}."):
        answer = callers["stranger"].get(operations[0].path(), headers={"Authorization": token})

        assert_problem(answer, 401)
