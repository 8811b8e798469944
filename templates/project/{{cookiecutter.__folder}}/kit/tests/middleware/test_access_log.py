import logging
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("addresses")


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Callable[[], list[Any]]:
    caplog.set_level(logging.INFO, logger="access")
    return lambda: [record for record in caplog.records if record.name == "access"]


def test_a_request_leaves_one_line(client: Client, basic: Any, lines: Callable[[], list[Any]]) -> None:
    client.get("/api/kit/for-services", headers=basic)

    [line] = lines()
    assert (line.method, line.status, line.caller) == ("GET", 200, "tests")
    assert line.milliseconds >= 0


def test_the_line_says_when_the_request_began(client: Client, lines: Callable[[], list[Any]]) -> None:
    before = datetime.now(UTC)

    client.get("/api/kit/echo/hello")

    [line] = lines()
    ended = datetime.fromisoformat(line.began) + timedelta(milliseconds=line.milliseconds)
    assert before <= datetime.fromisoformat(line.began) <= ended


def test_neither_credentials_nor_the_query_are_in_the_line(
    client: Client, basic: Any, lines: Callable[[], list[Any]]
) -> None:
    wrong = {"Authorization": "Basic " + b64encode(b"somebody:a-secret-of-mine").decode()}

    client.get("/api/kit/for-services?token=a-token-in-the-query", headers=basic)
    client.get("/api/kit/for-services?token=a-token-in-the-query", headers=wrong)
    client.get("/nowhere/a-token-in-the-path?token=a-token-in-the-query")

    said = str([vars(line) for line in lines()])
    secrets = ["a-token-in", "a-secret-of-mine", *(each["Authorization"].split()[1] for each in (basic, wrong))]
    assert len(lines()) == 3
    assert not [secret for secret in secrets if secret in said]


def test_the_line_holds_the_route_and_not_the_id_in_it(client: Client, lines: Callable[[], list[Any]]) -> None:
    thing_id = uuid4()

    client.get(f"/api/kit/things/{thing_id}?limit=3")

    [line] = lines()
    assert "things/<" in line.route
    assert str(thing_id) not in str(vars(line))


def test_an_address_that_does_not_exist_leaves_a_line_too(client: Client, lines: Callable[[], list[Any]]) -> None:
    client.get("/nowhere")

    [line] = lines()
    assert (line.status, line.route, line.caller) == (404, "", "stranger")
