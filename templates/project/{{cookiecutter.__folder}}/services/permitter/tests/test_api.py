"""What a service is told of a caller, and that it is told of nobody else's."""

import logging
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.service.permitter import actions

GRANT = "PUT /api/player/players/<uuid:player_id>/grants/<uuid:key>"
PATHS = ["permits", "decisions"]


@pytest.fixture(autouse=True)
def permits(secrets: dict[str, str]) -> None:
    """coupon may grant items, game-server may do everything with player, and nobody may do anything else."""
    actions.grant(name="coupon", service="player", operation=GRANT, by="a keeper")
    actions.grant(name="game-server", service="player", operation="*", by="a keeper")
    actions.grant(name="player", service="coupon", operation="GET /api/coupon/campaigns", by="a keeper")


@pytest.mark.parametrize(
    ("name", "operation", "permitted"),
    [
        ("coupon", GRANT, True),
        ("coupon", "GET /api/player/players", False),
        ("coupon", GRANT.lower(), False),
        ("coupon", "*", False),
        ("game-server", "GET /api/player/players", True),
        ("player", GRANT, False),
        ("player", "GET /api/coupon/campaigns", False),
    ],
)
def test_a_call_is_permitted_by_a_permit_and_by_nothing_else(
    ask: Any, digests: dict[str, str], name: str, operation: str, permitted: bool
) -> None:
    answer = ask("decisions", name=name, digest=digests[name], operation=operation)

    assert answer.json() == {"known": True, "permitted": permitted}


@pytest.mark.parametrize(("name", "operations"), [("coupon", [GRANT]), ("game-server", ["*"]), ("player", [])])
def test_a_service_is_told_all_that_a_caller_may_do_with_it(
    ask: Any, digests: dict[str, str], name: str, operations: list[str]
) -> None:
    assert ask("permits", name=name, digest=digests[name]).json() == {"known": True, "operations": operations}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("name", ["coupon", "nobody", "테스트", "x" * 255, " ", "\u2028"])
def test_a_wrong_secret_and_an_unknown_name_are_an_answer_and_no_error(ask: Any, path: str, name: str) -> None:
    more = {"operation": GRANT} if path == "decisions" else {}

    answer = ask(path, name=name, digest="0" * 64, **more)

    assert answer.status_code == 200
    assert answer.json()["known"] is False
    assert not answer.json().get("permitted")
    assert not answer.json().get("operations")


def test_a_caller_that_was_disabled_is_unknown_and_cannot_ask(ask: Any, digests: dict[str, str]) -> None:
    actions.disable_caller(name="coupon", by="a keeper")

    known = ask("permits", name="coupon", digest=digests["coupon"])
    asking = ask("permits", by="coupon", name="player", digest=digests["player"])

    assert known.json() == {"known": False, "operations": []}
    assert asking.status_code == 401


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("service", ["coupon", "no-such-service", "PLAYER"])
def test_a_caller_that_asks_about_another_service_learns_nothing(
    ask: Any, digests: dict[str, str], path: str, service: str
) -> None:
    answer = ask(path, by="player", service=service, name="player", digest=digests["player"], operation="GET /x")

    assert answer.status_code == 404
    assert service not in answer.json()["detail"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"digest": "x" * 64}, "digest"),
        ({"digest": "0" * 63}, "digest"),
        ({"digest": "0" * 64 + "\n"}, "digest"),
        ({"digest": None}, "digest"),
        ({"name": ""}, "name"),
        ({"name": "x" * 256}, "name"),
        ({"name": "a\0b"}, "name"),
        ({"name": ["player"]}, "name"),
        ({"service": ""}, "service"),
    ],
)
def test_a_question_that_cannot_be_looked_up_is_refused_by_name(
    ask: Any, path: str, changes: dict[str, Any], field: str
) -> None:
    answer = ask(path, **({"name": "player", "digest": "0" * 64, "operation": "GET /x"} | changes))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize("operation", ["", "x" * 501, "GET /\0", None])
def test_an_operation_that_can_be_none_is_refused(ask: Any, operation: object) -> None:
    assert ask("decisions", name="player", digest="0" * 64, operation=operation).status_code == 422


@pytest.mark.parametrize("path", PATHS)
def test_a_question_costs_two_queries_with_the_one_that_says_who_asks(
    ask: Any, digests: dict[str, str], path: str, django_assert_num_queries: Any
) -> None:
    for number in range(30):
        actions.grant(name="coupon", service="player", operation=f"GET /{number}", by="a keeper")

    with django_assert_num_queries(2):
        assert ask(path, name="coupon", digest=digests["coupon"], operation=GRANT).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_strangers_and_devices_ask_nothing(client: Client, bearer: Any, path: str) -> None:
    body = {"service": "player", "name": "player", "digest": "0" * 64, "operation": "GET /x"}
    address = f"/api/permitter/{path}"

    stranger = client.post(address, body, content_type="application/json")
    device = client.post(address, body, content_type="application/json", headers=bearer(uuid4()))

    assert (stranger.status_code, device.status_code) == (401, 403)
    assert "WWW-Authenticate" in stranger


def test_a_denial_is_a_line_in_the_log_and_names_no_stranger(
    ask: Any, digests: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    ask("decisions", name="coupon", digest=digests["coupon"], operation="GET /x")
    ask("permits", name="a secret in the wrong field", digest=digests["coupon"])

    lines = [record for record in caplog.records if record.name.startswith("{{ cookiecutter.namespace }}.service.permitter")]
    assert [(line.message, line.caller, line.operation) for line in lines] == [  # type: ignore[attr-defined]
        ("denied", "coupon", "GET /x"),
        ("a caller is unknown, or its secret is wrong", "", ""),
    ]
    assert "a secret in the wrong field" not in str([record.__dict__ for record in caplog.records])
