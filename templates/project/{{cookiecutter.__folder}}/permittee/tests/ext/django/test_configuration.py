from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from permittee.ext.django.configuration import read_configuration
from permittee.ext.django.middlewares import AuthorizationMiddleware, WeakAuthorizationMiddleware

NEEDED = ["PERMITTER_URL", "PERMITTEE_SERVICE", "PERMITTEE_NAME", "PERMITTEE_SECRET"]


def test_what_may_be_left_out_is_the_careful_choice() -> None:
    found = read_configuration()

    assert (found.mode, found.anonymous, found.open) == ("cached", "refuse", frozenset())


@pytest.mark.parametrize("middleware", [AuthorizationMiddleware, WeakAuthorizationMiddleware])
@pytest.mark.parametrize("name", NEEDED)
def test_a_setting_that_is_missing_stops_the_start_and_is_named(settings: Any, middleware: Any, name: str) -> None:
    delattr(settings, name)

    with pytest.raises(ImproperlyConfigured, match=f"^{name} is missing: "):
        middleware(None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PERMITTER_URL", ""),
        ("PERMITTER_URL", "local:"),
        ("PERMITTER_URL", "permitter/api"),
        ("PERMITTER_URL", "http://"),
        ("PERMITTER_URL", "http://[::1"),
        ("PERMITTER_URL", "http://player:hunter2@permitter/api"),
        ("PERMITTER_URL", "http://permitter:eighty/api"),
        ("PERMITTER_URL", "http://permitter:99999/api"),
        ("PERMITTER_URL", "http://permitter:0/api"),
        ("PERMITTER_URL", "http://per mitter/api"),
        ("PERMITTER_URL", "http://permitter/api\n"),
        ("PERMITTER_URL", "http://permitter/api?service=player"),
        ("PERMITTER_URL", "http://permitter/api#permits"),
        ("PERMITTER_URL", b"http://permitter/api"),
        ("PERMITTEE_SERVICE", ""),
        ("PERMITTEE_SERVICE", 'a "realm"'),
        ("PERMITTEE_NAME", "with:colon"),
        ("PERMITTEE_SECRET", ""),
        ("PERMITTEE_SECRET", 7),
        ("PERMITTEE_MODE", "Cached"),
        ("PERMITTEE_ANONYMOUS", "allow"),
        ("PERMITTEE_OPEN", "GET /healthz"),
        ("PERMITTEE_OPEN", ["/healthz"]),
        ("PERMITTEE_OPEN", [None]),
    ],
)
def test_a_setting_that_makes_no_sense_stops_the_start_and_its_value_is_not_told(
    settings: Any, name: str, value: Any
) -> None:
    setattr(settings, name, value)

    with pytest.raises(ImproperlyConfigured, match=f"^{name} is malformed: ") as raised:
        read_configuration()

    assert "hunter2" not in str(raised.value)


@pytest.mark.parametrize("url", ["http://permitter", "https://permitter:8443/api/", "http://[::1]:8107/api/permitter"])
def test_an_address_may_have_a_port_and_a_path(settings: Any, url: str) -> None:
    settings.PERMITTER_URL = url

    assert read_configuration().url == url


def test_the_secret_is_in_no_repr(settings: Any) -> None:
    assert settings.PERMITTEE_SECRET not in repr(read_configuration())
