"""Credentials are believed or refused. There is no third way in which wrong ones count as none."""

import base64
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from clever.kit import credentials
from clever.kit.callers import NOBODY, Kind
from clever.kit.middleware.callers import configured_service
from clever.kit.problems import Unauthenticated
from clever.kit.testing.plugin import CALLER

identify = partial(credentials.identify, service=configured_service)


def basic_of(credentials: bytes) -> str:
    return f"Basic {base64.b64encode(credentials).decode()}"


def test_no_header_is_nobody() -> None:
    assert identify("") is NOBODY


def test_the_right_secret_is_that_service(basic: dict[str, str]) -> None:
    caller = identify(basic["Authorization"])

    assert (caller.kind, caller.name) == (Kind.SERVICE, CALLER[0])


def test_a_scheme_is_written_in_any_case(basic: dict[str, str]) -> None:
    assert identify(basic["Authorization"].replace("Basic", "bAsIc")).kind is Kind.SERVICE


def test_a_good_token_is_that_device(bearer: Callable[..., dict[str, str]]) -> None:
    vid_id = uuid4()

    caller = identify(bearer(vid_id)["Authorization"])

    assert (caller.kind, caller.vid_id) == (Kind.DEVICE, vid_id)


def test_a_secret_may_hold_colons_and_korean(settings: Any) -> None:
    from hashlib import sha256

    settings.CALLERS = {"studio": sha256("비밀:번호".encode()).hexdigest()}

    assert identify(basic_of("studio:비밀:번호".encode())).name == "studio"


@pytest.mark.parametrize(
    "header",
    [
        basic_of(f"{CALLER[0]}:wrong".encode()),
        basic_of(f"nobody:{CALLER[1]}".encode()),
        basic_of(CALLER[0].encode()),
        basic_of(b":"),
        basic_of(b""),
        basic_of(b"\xff\xfe:\xff"),
        basic_of("테스트:비밀".encode()),
        basic_of(b"tests:\x00"),
        basic_of(f"\x00{CALLER[0]}:{CALLER[1]}".encode()),
        "Basic",
        "Basic ",
        "Basic ====",
        "Basic é",
        "Bearer",
        "Bearer not-a-token",
        "Digest username=tests",
        "\x00",
        " ",
        "Negotiate " + "x" * 8_000,
    ],
)
def test_wrong_credentials_are_refused_and_never_taken_for_none(header: str) -> None:
    with pytest.raises(Unauthenticated):
        identify(header)


def test_a_refusal_is_a_problem_that_says_how_to_come_in(client: Client, addresses: Any) -> None:
    answer = client.post("/api/kit/things", {"name": "x"}, "application/json", headers={"Authorization": "Basic x"})

    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert "Bearer" in answer["WWW-Authenticate"]


def test_a_refusal_does_not_repeat_the_secret(client: Client, addresses: Any) -> None:
    answer = client.get("/page", headers={"Authorization": basic_of(b"tests:hunter2")})

    assert answer.status_code == 401
    assert "hunter2" not in answer.content.decode()
