import base64
from typing import Any

import pytest

from clever.kit.callers import NOBODY, Caller, Kind
from clever.kit.credentials import identify, name_and_secret
from clever.kit.problems import Unauthenticated


def encoded(pair: str) -> str:
    return base64.b64encode(pair.encode()).decode()


def test_what_follows_the_word_basic_is_for_whoever_knows_services() -> None:
    asked = []

    def service(value: str) -> Caller:
        asked.append(value)
        return Caller(Kind.SERVICE, name="coupon")

    assert identify("bAsIc whatever it is", service=service).name == "coupon"
    assert identify("", service=service) is NOBODY
    assert asked == ["whatever it is"]


def test_a_secret_may_hold_colons_and_a_name_may_not() -> None:
    assert name_and_secret(encoded("coupon:a:b")) == ("coupon", "a:b")


def test_a_secret_may_be_empty_here_and_is_wrong_where_it_is_compared() -> None:
    assert name_and_secret(encoded("coupon:")) == ("coupon", "")


@pytest.mark.parametrize("value", ["", "=", encoded("coupon"), encoded(":secret"), encoded("a\0:b"), encoded("a:b\n")])
def test_what_cannot_be_read_is_refused(value: str) -> None:
    with pytest.raises(Unauthenticated):
        name_and_secret(value)


def test_a_project_that_knows_no_devices_takes_no_token(settings: Any) -> None:
    del settings.VID_PUBLIC_KEY

    with pytest.raises(Unauthenticated, match=r"^use HTTP Basic$"):
        identify("Bearer whatever.it.is", service=lambda value: NOBODY)
