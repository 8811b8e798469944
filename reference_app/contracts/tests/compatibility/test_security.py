"""Who may call."""

from typing import Any

import pytest

from .descriptions import PATH, SCHEMES, breaks, kettle, news

DEVICE, SERVICE, NOBODY = {"device": []}, {"service": []}, {}


def letting_in(*security: Any, schemes: Any = SCHEMES) -> Any:
    return kettle(security=list(security), schemes=schemes)


@pytest.mark.parametrize(
    ("few", "many", "more"),
    [
        ([SERVICE], [DEVICE, SERVICE], "who comes with device"),
        ([SERVICE], [SERVICE, NOBODY], "who comes without credentials"),
        ([SERVICE], [], "who comes without credentials"),
        ([{**DEVICE, **SERVICE}], [DEVICE], "who comes with device"),
        ([{"service": ["read", "write"]}], [{"service": ["read"]}], "who comes with service"),
    ],
)
def test_an_operation_may_let_in_more_and_never_fewer(few: Any, many: Any, more: str) -> None:
    assert breaks(letting_in(*few), letting_in(*many)) == []
    assert news(letting_in(*few), letting_in(*many)) == [f"POST {PATH} now lets in {more}"]
    assert breaks(letting_in(*many), letting_in(*few)) == [f"POST {PATH} no longer lets in {more}"]


def test_credentials_that_are_shown_in_another_way_are_others() -> None:
    other = {"service": {"type": "apiKey", "in": "header", "name": "Key"}}

    assert breaks(letting_in(SERVICE), letting_in(SERVICE, schemes=other)) == [
        f"POST {PATH} no longer lets in who comes with service"
    ]
