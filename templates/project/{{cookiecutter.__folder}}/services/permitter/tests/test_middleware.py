"""Who asks is looked up in the permitter's own table, and refused everywhere where it is not found there."""

from typing import Any

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.kit.testing.plugin import CALLER
from {{ cookiecutter.namespace }}.service.permitter import actions

DOCUMENT = "/api/openapi.json"


@pytest.mark.parametrize(("name", "secret"), [("coupon", "wrong"), ("nobody", "at all"), ("coupon", ""), ("é", "x")])
def test_wrong_credentials_are_refused_even_where_none_are_needed(
    client: Client, headers: Any, name: str, secret: str
) -> None:
    answer = client.get(DOCUMENT, headers=headers(name, secret))

    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert "WWW-Authenticate" in answer


@pytest.mark.parametrize("header", ["Basic", "Basic x", "Digest x", "Bearer x", "Basic AAAA"])
def test_malformed_credentials_are_refused_without_a_look_into_the_table(client: Client, header: str) -> None:
    assert client.get(DOCUMENT, headers={"Authorization": header}).status_code == 401  # and there is no database here


def test_a_right_secret_is_let_in(client: Client, headers: Any) -> None:
    assert client.get(DOCUMENT, headers=headers("coupon")).status_code == 200


def test_a_secret_that_was_rotated_is_wrong_at_once(client: Client, headers: Any) -> None:
    fresh = actions.rotate_secret(name="coupon", by="a keeper")

    assert client.get(DOCUMENT, headers=headers("coupon")).status_code == 401
    assert client.get(DOCUMENT, headers=headers("coupon", fresh)).status_code == 200


def test_whom_the_settings_know_is_nobody_here(client: Client, settings: Any, basic: Any, secrets: Any) -> None:
    from hashlib import sha256

    settings.CALLERS = {CALLER[0]: sha256(CALLER[1].encode()).hexdigest()}

    assert client.get(DOCUMENT, headers=basic).status_code == 401
