"""A service that another project runs is taken in by one command, whole or not at all."""

from hashlib import sha256
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from clever.service.permitter import actions, queries
from clever.service.permitter.models import AuditEntry, Caller, Permit

pytestmark = pytest.mark.django_db
ORDER = "GET /api/orders/records/<uuid:record_id>"
PLAYER = "GET /api/player/players/<player_id>"


@pytest.fixture
def register(secrets: Any, capsys: pytest.CaptureFixture[str]) -> Any:
    """`register("orders", "--caller", "coupon")`: what the command prints."""

    def command(*arguments: str) -> str:
        call_command("register_service", *arguments)
        return capsys.readouterr().out.strip()

    return command


def allowed(name: str, secret: str, service: str, operation: str) -> tuple[bool, bool]:
    return queries.decide(service=service, operation=operation, name=name, digest=sha256(secret.encode()).hexdigest())


def test_its_secret_is_all_that_is_printed_and_makes_it_a_caller(register: Any) -> None:
    secret = register("orders")

    assert queries.digest_of(name="orders") == sha256(secret.encode()).hexdigest()
    assert not Permit.objects.exists(), "nothing is permitted until somebody says so"


def test_who_was_named_may_call_it_and_nobody_else(register: Any, secrets: dict[str, str]) -> None:
    register("orders", "--caller", "game-server", "--caller", f"coupon {ORDER}")

    assert allowed("game-server", secrets["game-server"], "orders", "GET /whatever") == (True, True)
    assert allowed("coupon", secrets["coupon"], "orders", ORDER) == (True, True)
    assert allowed("coupon", secrets["coupon"], "orders", "GET /whatever") == (True, False)
    assert allowed("player", secrets["player"], "orders", ORDER) == (True, False)


def test_it_may_call_what_was_named_and_nothing_else(register: Any) -> None:
    secret = register("orders", "--permit", f"player {PLAYER}")

    assert allowed("orders", secret, "player", PLAYER) == (True, True)
    assert allowed("orders", secret, "player", "GET /whatever") == (True, False)
    assert allowed("orders", secret, "coupon", PLAYER) == (True, False)


def test_all_of_it_is_in_the_audit_log(register: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "minji")

    register("orders", "--caller", "coupon", "--permit", f"player {PLAYER}")

    entries = AuditEntry.objects.order_by("-id").values_list("by", "what", "caller", "service", "operation")[:3]
    assert list(reversed(entries)) == [
        ("minji, in a shell", "added", "orders", "", ""),
        ("minji, in a shell", "granted", "coupon", "orders", "*"),
        ("minji, in a shell", "granted", "orders", "player", PLAYER),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("coupon",), "register_service: there is a caller coupon already"),
        (("Orders",), "register_service: Orders: Use lower-case letters"),
        (("orders", "--caller", "nobody"), "register_service: there is no caller nobody"),
        (("orders", "--permit", "nobody"), "register_service: there is no service nobody"),
        (("orders", "--caller", "coupon get /x"), "register_service: get /x: Write a method and a route"),
        (("orders", "--caller", ""), "register_service: a name: "),
        (("orders", "--permit", " GET /x"), "register_service: a name: "),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_nothing_is_done(
    register: Any, arguments: tuple[str, ...], said: str
) -> None:
    with pytest.raises(CommandError) as raised:
        register(*arguments)

    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)
    assert Caller.objects.count() == 3
    assert not Permit.objects.exists()


def test_the_name_of_one_that_was_disabled_stays_taken(register: Any) -> None:
    actions.disable_caller(name="coupon", by="a keeper")

    with pytest.raises(CommandError, match="there is a caller coupon already"):
        register("coupon")
