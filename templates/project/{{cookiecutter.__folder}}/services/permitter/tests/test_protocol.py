"""permittee and the permitter speak one protocol: what one asks, the other takes, and the answer is understood.

Over HTTP in this very process, so that nothing of it is a stand-in.
"""

from hashlib import sha256
from typing import Any

import pytest

from {{ cookiecutter.namespace }}.service.permitter import actions
from permittee.answers import Answer, Decision
from permittee.asking import CannotAsk, Permitter
from permittee.credentials import Credentials, read_basic


@pytest.fixture
def asker(over_http: Any, secrets: dict[str, str]) -> Any:
    """`asker("player")`: player's way to the permitter; with another service or secret, a wrong one."""

    def make(name: str, *, service: str = "", secret: str = "") -> Permitter:
        def client(url: str, *, transport: Any) -> Permitter:
            return Permitter(
                url, service=service or name, name=name, secret=secret or secrets[name], transport=transport
            )

        found: Permitter = over_http(client, "permitter")
        return found

    return make


def credentials(name: str, secret: str) -> Credentials:
    return Credentials(name, sha256(secret.encode()).hexdigest())


def test_a_permit_that_was_granted_is_understood_either_way(asker: Any, secrets: dict[str, str]) -> None:
    actions.grant(name="coupon", service="player", operation="GET /x/<int:id>", by="a keeper")
    player, coupon = asker("player"), credentials("coupon", secrets["coupon"])

    assert player.permits(coupon) == Answer(known=True, operations=frozenset({"GET /x/<int:id>"}))
    assert player.decision(coupon, "GET /x/<int:id>") == Decision(known=True, permitted=True)
    assert player.decision(coupon, "PUT /x/<int:id>") == Decision(known=True, permitted=False)


@pytest.mark.parametrize("name", ["nobody", "테스트", " ", "\u2028", "🦦" * 255, "'; --", "x" * 255])
def test_whatever_name_permittee_lets_through_is_unknown_and_no_error(asker: Any, headers: Any, name: str) -> None:
    stranger = read_basic(headers(name, "a secret")["Authorization"])

    assert stranger is not None
    assert not asker("player").permits(stranger).known
    assert not asker("player").decision(stranger, "GET /x").known


@pytest.mark.parametrize(
    ("wrong", "why"), [({"secret": "another"}, "does not believe who asks"), ({"service": "coupon"}, "may not ask")]
)
def test_who_may_not_ask_learns_which_setting_is_wrong(
    asker: Any, secrets: dict[str, str], wrong: dict[str, str], why: str
) -> None:
    with pytest.raises(CannotAsk, match=why):
        asker("player", **wrong).permits(credentials("coupon", secrets["coupon"]))
