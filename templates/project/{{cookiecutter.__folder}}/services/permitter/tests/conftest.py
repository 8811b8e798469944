import base64
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from django.test import Client

BY = "a keeper"


@pytest.fixture
def secrets(db: None) -> dict[str, str]:
    """Three callers and their secrets: player, coupon, and game-server."""
    # Not above: pytest reads this file from the project's root as well, where no project has the permitter's models.
    from {{ cookiecutter.namespace }}.service.permitter import actions

    return {name: actions.add_caller(name=name, by=BY) for name in ("player", "coupon", "game-server")}


@pytest.fixture
def digests(secrets: dict[str, str]) -> dict[str, str]:
    """What a service has in hand of those secrets."""
    return {name: sha256(secret.encode()).hexdigest() for name, secret in secrets.items()}


@pytest.fixture
def headers(secrets: dict[str, str]) -> Callable[..., dict[str, str]]:
    """`headers("coupon")`: coupon's headers; with another secret, those of somebody who pretends to be coupon."""

    def of(name: str, secret: str | None = None) -> dict[str, str]:
        pair = f"{name}:{secrets.get(name, '') if secret is None else secret}"
        return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}

    return of


@pytest.fixture
def ask(client: Client, headers: Callable[..., dict[str, str]]) -> Callable[..., Any]:
    """`ask("permits", by="player", name=..., digest=...)`: the answer to a question that player asks about itself."""

    def question(path: str, *, by: str = "player", **body: Any) -> Any:
        body = {"service": by, **body}
        address = f"/api/permitter/{path}"
        return client.post(address, body, content_type="application/json", headers=headers(by))

    return question
