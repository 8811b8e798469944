from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db
Configured = Callable[..., None]


def test_there_is_a_superuser_after_it(configured: Configured, capsys: pytest.CaptureFixture[str]) -> None:
    configured(STAFF_NAME="chief", STAFF_PASSWORD="correct horse battery")

    call_command("ensure_staff")

    chief = User.objects.get(username="chief")
    assert (chief.is_staff, chief.is_superuser, chief.check_password("correct horse battery")) == (True, True, True)
    assert "correct horse" not in capsys.readouterr().out


def test_it_is_safe_to_repeat_and_takes_a_new_password(configured: Configured) -> None:
    configured(STAFF_NAME="chief", STAFF_PASSWORD="correct horse battery")
    call_command("ensure_staff")
    before = User.objects.get(username="chief").password
    call_command("ensure_staff")
    unchanged = User.objects.get(username="chief").password
    configured(STAFF_PASSWORD="another horse altogether")
    call_command("ensure_staff")

    assert before == unchanged
    assert User.objects.get(username="chief").check_password("another horse altogether")


def test_it_makes_no_superuser_out_of_someone_who_is_none(configured: Configured) -> None:
    User.objects.create_user("clerk", password="x")
    configured(STAFF_NAME="clerk", STAFF_PASSWORD="correct horse battery")

    call_command("ensure_staff")

    assert not User.objects.get(username="clerk").is_superuser


@pytest.mark.parametrize("missing", ["STAFF_NAME", "STAFF_PASSWORD"])
def test_without_a_name_or_password_it_makes_nobody(configured: Configured, missing: str) -> None:
    configured(**{"STAFF_NAME": "chief", "STAFF_PASSWORD": "correct horse battery", missing: None})

    with pytest.raises(CommandError, match="STAFF_NAME and STAFF_PASSWORD"):
        call_command("ensure_staff")

    assert not User.objects.exists()
