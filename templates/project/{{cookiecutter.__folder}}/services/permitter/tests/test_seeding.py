"""A stage begins with what its seed says, and keeps what people have made of it."""

import json
from hashlib import sha256
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from {{ cookiecutter.namespace }}.service.permitter import actions, queries
from {{ cookiecutter.namespace }}.service.permitter.models import AuditEntry, Caller, Permit

pytestmark = pytest.mark.django_db
SECRETS = {"coupon": "the secret of coupon", "player": "the secret of player"}
LONG = "a" * 65  # a letter more than a name may have
PERMITS = [["coupon", "player", "GET /a"], ["coupon", "player", "GET /b"]]


def digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


@pytest.fixture
def seed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`seed()` plants these callers and permits; `seed(permits=...)` others."""

    def plant(*, callers: dict[str, str] = SECRETS, permits: list[list[str]] = PERMITS) -> None:
        digests = {name: digest(secret) for name, secret in callers.items()}
        monkeypatch.setenv("PERMITS_SEED", json.dumps({"callers": digests, "permits": permits}))
        call_command("seed_permits")

    return plant


def operations() -> list[str]:
    return queries.permits_of(service="player", name="coupon", digest=digest(SECRETS["coupon"]))[1]


def test_a_seed_is_planted_once(seed: Any, capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    entries = AuditEntry.objects.count()
    seed()

    assert operations() == ["GET /a", "GET /b"]
    assert AuditEntry.objects.count() == entries == 4
    assert capsys.readouterr().out.splitlines() == [
        "seed_permits: 2 callers and 2 permits planted",
        "seed_permits: 0 callers and 0 permits planted",
    ]


def test_what_is_new_in_a_seed_is_planted(seed: Any) -> None:
    seed()

    seed(permits=[*PERMITS, ["coupon", "player", "GET /c"]], callers=SECRETS | {"notice": "x"})

    assert operations() == ["GET /a", "GET /b", "GET /c"]
    assert Caller.objects.count() == 3


def test_a_permit_that_was_revoked_stays_so(seed: Any) -> None:
    seed()
    actions.revoke(name="coupon", service="player", operation="GET /a", by="a keeper")

    seed()

    assert operations() == ["GET /b"]


def test_a_caller_that_was_disabled_stays_so(seed: Any) -> None:
    seed()
    actions.disable_caller(name="coupon", by="a keeper")

    seed()

    assert not Caller.objects.get(name="coupon").active


def test_a_secret_that_was_rotated_stays_until_the_seed_brings_another(seed: Any) -> None:
    seed()
    fresh = actions.rotate_secret(name="coupon", by="a keeper")
    seed()
    assert queries.digest_of(name="coupon") == digest(fresh)

    seed(callers=SECRETS | {"coupon": "made anew by the runner"})

    assert queries.digest_of(name="coupon") == digest("made anew by the runner")


def test_a_name_that_somebody_else_was_given_is_not_taken_from_them(seed: Any) -> None:
    theirs = actions.add_caller(name="coupon", by="a keeper")

    with pytest.raises(CommandError, match=r"^PERMITS_SEED: coupon is a caller already, whom no seed has brought; dis"):
        seed()

    assert queries.digest_of(name="coupon") == digest(theirs)
    assert not Permit.objects.exists()


def test_once_it_is_disabled_the_seed_takes_its_place_and_somebody_enables_it(seed: Any) -> None:
    actions.add_caller(name="coupon", by="a keeper")
    actions.disable_caller(name="coupon", by="a keeper")

    seed()
    actions.enable_caller(name="coupon", by="a keeper")

    assert operations() == ["GET /a", "GET /b"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "PERMITS_SEED is missing or malformed: all of it"),
        ("{", "PERMITS_SEED is missing or malformed: all of it"),
        ('{"callers": {}}', "malformed: permits"),
        ('{"callers": {"coupon": "hunter2"}, "permits": []}', "malformed: callers.coupon"),
        ('{"callers": {}, "permits": [["coupon", "player"]]}', "malformed: permits.0"),
        ('{"callers": {}, "permits": [["coupon", "player", "*"]]}', "there is no caller coupon"),
        (f'{{ "{" }}{"callers": {{ "{" }}{"{LONG}": "{"0" * 64}"}}, "permits": []}}', f"malformed: callers.{LONG}.[key]: "),
        (f'{{ "{" }}{"callers": {{ "{" }}{}}, "permits": [["coupon", "{LONG}", "*"]]}}', "malformed: permits.0.1: "),
        (f'{{ "{" }}{"callers": {{ "{" }}{}}, "permits": [["coupon", "player", "GET /{LONG * 5}"]]}}', "malformed: permits.0.2: "),
        ('{"callers": {}, "permits": [["coupon", "player", "look at"]]}', "malformed: permits.0.2: "),
        ('{"callers": {}, "permits": [["Coupon", "player", "*"]]}', "malformed: permits.0.0: "),
    ],
)
def test_a_seed_that_makes_no_sense_plants_nothing_and_says_where(
    monkeypatch: pytest.MonkeyPatch, given: str, said: str
) -> None:
    monkeypatch.setenv("PERMITS_SEED", given)

    with pytest.raises(CommandError) as raised:
        call_command("seed_permits")

    assert said in str(raised.value)
    assert "hunter2" not in str(raised.value)
    assert not Caller.objects.exists()
    assert not Permit.objects.exists()
