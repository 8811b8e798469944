"""Devices are known by their token, and services are left to whoever knows them."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from {{ cookiecutter.namespace }}.kit.callers import NOBODY, Kind
from {{ cookiecutter.namespace }}.kit.middleware.devices import DeviceMiddleware


@pytest.fixture
def pass_by(rf: RequestFactory) -> Callable[..., Any]:
    """`pass_by(headers)`: the request as the view finds it, or the answer where it never gets there."""

    def go(headers: dict[str, str]) -> Any:
        request = rf.get("/", headers=headers)
        arrived = HttpResponse()
        answer = DeviceMiddleware(lambda request: arrived)(request)
        return request if answer is arrived else answer

    return go


def test_a_good_token_is_that_device(pass_by: Any, bearer: Any) -> None:
    vid_id = uuid4()

    caller = pass_by(bearer(vid_id)).caller

    assert (caller.kind, caller.vid_id) == (Kind.DEVICE, vid_id)


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic x"}, {"Authorization": "bAsIc "}])
def test_no_header_and_basic_of_any_sort_are_nobody_yet(pass_by: Any, headers: dict[str, str]) -> None:
    assert pass_by(headers).caller is NOBODY


def test_a_service_is_not_believed_here_even_where_the_settings_know_it(pass_by: Any, basic: Any) -> None:
    assert pass_by(basic).caller is NOBODY


@pytest.mark.parametrize("header", ["Bearer", "Bearer not-a-token", "Digest username=tests", "Basics x", " ", "\x00"])
def test_a_wrong_token_and_an_unknown_scheme_are_refused(pass_by: Any, header: str) -> None:
    answer = pass_by({"Authorization": header})

    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert "WWW-Authenticate" in answer
