from hashlib import sha256
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from {{ cookiecutter.namespace }}.service.permitter import queries
from {{ cookiecutter.namespace }}.service.permitter.models import AuditEntry, Permit

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(secrets: Any, capsys: pytest.CaptureFixture[str]) -> Any:
    """`run("list")`: what `manage.py permits list` prints."""

    def command(*arguments: str) -> str:
        call_command("permits", *arguments)
        return capsys.readouterr().out.strip()

    return command


def test_a_permit_is_granted_listed_and_revoked_under_the_name_of_whose_shell_it_is(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "minji")

    run("grant", "coupon", "player", "GET /x/<int:id>")
    assert run("list") == "coupon player GET /x/<int:id>"
    run("revoke", "coupon", "player", "GET /x/<int:id>")

    assert run("list") == ""
    entries = AuditEntry.objects.order_by("-id").values_list("by", "what")[:2]
    assert list(entries) == [("minji, in a shell", "revoked"), ("minji, in a shell", "granted")]


def test_a_user_without_a_name_is_written_down_by_number(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise OSError("No username set in the environment")

    monkeypatch.setattr("getpass.getuser", nameless)
    monkeypatch.setattr("os.getuid", lambda: 10_001)

    run("disable", "coupon")

    assert AuditEntry.objects.latest("id").by == "user 10001, in a shell"


@pytest.mark.parametrize(("verb", "name"), [("add", "event"), ("rotate", "coupon")])
def test_a_new_secret_is_all_that_is_printed(run: Any, verb: str, name: str) -> None:
    secret = run(verb, name)

    assert queries.digest_of(name=name) == sha256(secret.encode()).hexdigest()


def test_a_caller_is_disabled_and_enabled(run: Any) -> None:
    run("disable", "coupon")
    assert queries.digest_of(name="coupon") is None

    run("enable", "coupon")
    assert queries.digest_of(name="coupon") is not None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("grant", "nobody", "player", "*"), "permits: there is no caller nobody"),
        (("grant", "coupon", "player", "GET x"), "Write a method and a route"),
        (("grant", "coupon", "Play er", "*"), "Use lower-case letters"),
        (("rotate", "nobody"), "permits: there is no caller nobody"),
        (("add", "coupon"), "permits: there is a caller coupon already"),
        (("add", "Coupon!"), "Use lower-case letters"),
        (("add", "a" * 65), "at most 64 characters"),
        (("grant", "coupon", "player", "GET /" + "a" * 300), "at most 300 characters"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(run: Any, arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError, match=said) as raised:
        run(*arguments)

    assert "\n" not in str(raised.value)
    assert not Permit.objects.exists()
