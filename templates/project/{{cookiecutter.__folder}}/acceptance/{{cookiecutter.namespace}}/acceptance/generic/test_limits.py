"""Whatever is sent, the answer is an answer or a problem, never a breakdown."""

import copy
import json
from typing import Any

import httpx2
import pytest

from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Caller
from {{ cookiecutter.namespace }}.acceptance.operations import Operation
from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem, assert_refused
from {{ cookiecutter.namespace }}.acceptance.sockets import head, send_raw, status_of

ELEVEN_MIB = 11 * 1024 * 1024
JSON = {"Content-Type": "application/json"}

NO_JSON = {
    "cut off": b'{"name": "x"',
    "not UTF-8": b'{"name": "\xff\xfe"}',
    "a NUL byte": b'{"name": "a\x00b"}',
    "NUL bytes only": b"\x00\x00\x00",
    "nested without end": b"[" * 100_000,
    "nested without end, closed": b"[" * 100_000 + b"]" * 100_000,
    "nested objects": b'{"a":' * 50_000,
    "not a number": b'{"name": NaN}',
    "a number without end": b'{"name": ' + b"9" * 100_000 + b"}",
}
NO_VALUES: dict[str, Any] = {
    "null": None,
    "a list": [],
    "a list of lists": [[[[[[]]]]]],
    "an object": {},
    "a number": 7,
    "a huge number": 10**300,
    "less than nothing": -1,
    "a fraction": 0.5,
    "yes": True,
    "no text": "",
    "spaces": "   ",
    "a NUL": "a\0b",
    "half a pair": "\ud800",
    "control characters": "a\x1b[2Jb",
    "over-long": "x" * 900_000,
    "the first day": "0001-01-01T00:00:00+14:00",
    "the last day": "9999-12-31T23:59:59-14:00",
}


def right_caller(callers: dict[str, Caller], operation: Operation) -> Caller:
    """Somebody whom the operation is for."""
    return callers[next(iter(sorted(operation.callers, reverse=True)), "stranger")]


def with_body(operations: list[Operation]) -> list[Operation]:
    return [operation for operation in operations if operation.takes_body]


def with_json(operations: list[Operation]) -> list[Operation]:
    return [operation for operation in operations if operation.body is not None]


def send(callers: dict[str, Caller], operation: Operation, content: bytes, headers: Any = JSON) -> httpx2.Response:
    request = operation.request()
    request.pop("json", None)
    request["headers"] = {**request["headers"], **headers}
    return right_caller(callers, operation).request(operation.method, operation.path(), content=content, **request)


def test_a_body_of_11_mib_is_too_large(
    callers: dict[str, Caller], operations: list[Operation], addresses: Addresses
) -> None:
    # By hand, since the server may answer and hang up long before a client has sent it all.
    for operation in with_body(operations):
        caller, path = right_caller(callers, operation), operation.path()
        request = operation.request()
        query = str(httpx2.QueryParams(request["params"]))
        length = {"Content-Length": str(ELEVEN_MIB), "Content-Type": "application/json"}
        base = addresses.of(path)
        sent = head(operation.method, f"{path}?{query}", base, {**caller.headers, **request["headers"], **length})

        answer = send_raw(base, sent)

        assert status_of(answer) == 413, str(operation)
        assert b"application/problem+json" in answer


def test_a_body_of_11_mib_that_is_really_sent_is_refused(
    callers: dict[str, Caller], operations: list[Operation], addresses: Addresses
) -> None:
    for operation in with_body(operations)[:1]:
        # Over a connection of its own, since the server hangs up on what it will not read.
        caller = Caller(addresses, right_caller(callers, operation).headers)
        try:
            answer = caller.request(operation.method, operation.path(), content=b"x" * ELEVEN_MIB, headers=JSON)
        except (httpx2.WriteError, httpx2.ReadError, httpx2.RemoteProtocolError):
            continue  # hung up while it was still coming; what it says then, the test before this one shows
        assert_refused(answer)


def test_a_body_in_chunks_is_told_to_say_its_length(callers: dict[str, Caller], operations: list[Operation]) -> None:
    for operation in with_body(operations):
        request = operation.request()
        request.pop("json", None)
        caller = right_caller(callers, operation)

        answer = caller.request(operation.method, operation.path(), content=iter([b"{", b"}"]), **request)

        assert_refused(answer)


@pytest.mark.parametrize("content", NO_JSON.values(), ids=NO_JSON.keys())
def test_a_body_that_is_no_json_is_a_bad_request(
    callers: dict[str, Caller], operations: list[Operation], content: bytes
) -> None:
    for operation in with_json(operations):
        assert_problem(send(callers, operation, content), 400)


@pytest.mark.parametrize("body", [b"null", b"[]", b"7", b'"x"', b"true", b"", b"[null]"])
def test_a_body_that_is_no_object_is_unprocessable(
    callers: dict[str, Caller], operations: list[Operation], body: bytes
) -> None:
    for operation in with_json(operations):
        assert_problem(send(callers, operation, body), 422)


@pytest.mark.parametrize("value", NO_VALUES.values(), ids=NO_VALUES.keys())
def test_a_field_that_holds_what_it_should_not_is_refused_or_taken_but_breaks_nothing(
    callers: dict[str, Caller], operations: list[Operation], value: Any
) -> None:
    for operation in with_json(operations):
        for place in places_in(operation.value(operation.body or {})):
            body = put(operation.value(operation.body or {}), place, value)

            answer = send(callers, operation, json.dumps(body).encode())

            if answer.status_code >= 400:
                assert_refused(answer)


@pytest.mark.parametrize("name", ["limit", "after", "unused", "language", "platform", "version", "player_id", "name"])
@pytest.mark.parametrize("value", ["", "%00", "%ff", "x" * 2_000, "-1", "9" * 30, "1e999", "null", "%ED%A0%80"])
def test_a_query_that_makes_no_sense_is_refused_or_ignored_but_breaks_nothing(
    callers: dict[str, Caller], operations: list[Operation], name: str, value: str
) -> None:
    for operation in operations:
        if not any(parameter["name"] == name for parameter in operation.parameters):
            continue
        request = operation.request()
        query = "&".join([*(f"{k}={v}" for k, v in request.pop("params").items() if k != name), f"{name}={value}"])

        answer = right_caller(callers, operation).request(operation.method, f"{operation.path()}?{query}", **request)

        if answer.status_code >= 400:
            assert_refused(answer)


@pytest.mark.parametrize("value", ["%00", "%ff", "x" * 2_000, "-1", "9" * 30, "%F0%9F%A6%A6", "%0A", "a%20b", "%25"])
def test_an_id_in_the_path_that_is_none_is_refused(
    callers: dict[str, Caller], operations: list[Operation], value: str
) -> None:
    for operation in operations:
        for parameter in operation.parameters:
            if parameter["in"] != "path":
                continue
            start, _, end = operation.template.partition("{" + parameter["name"] + "}")
            path = fill(start, operation) + value + fill(end, operation)
            if fits(value, operation, parameter):
                continue

            answer = right_caller(callers, operation).request(operation.method, path, **operation.request())

            assert_refused(answer)


def fill(template: str, operation: Operation) -> str:
    for parameter in operation.parameters:
        template = template.replace("{" + parameter["name"] + "}", str(operation.value(parameter["schema"])))
    return template


def fits(value: str, operation: Operation, parameter: dict[str, Any]) -> bool:
    """A slug may be made of digits: that is an id like any other."""
    schema = operation.resolve(parameter["schema"])
    return value.isdigit() and schema.get("format") is None and len(value) <= schema.get("maxLength", 0)


def places_in(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to each field in a body: `("items", 0, "count")`."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, inner in pairs for place in [(*here, key), *places_in(inner, (*here, key))]]


def put(body: Any, place: tuple[Any, ...], value: Any) -> Any:
    changed = inner = copy.deepcopy(body)
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return changed
