"""What the fuzzer makes of answers; the cases themselves are schemathesis's."""

from types import SimpleNamespace
from typing import Any

import pytest

from clever.acceptance.fuzzing import members_of


def answer(content: Any) -> Any:
    def json() -> Any:
        if isinstance(content, Exception):
            raise content
        return content

    return SimpleNamespace(json=json)


def test_an_object_has_members() -> None:
    assert members_of(answer({"id": "1"})) == {"id": "1"}


@pytest.mark.parametrize("content", ["a file of one string", [1, 2], None, 7, ValueError("not JSON at all")])
def test_a_file_that_came_back_has_none(content: Any) -> None:
    assert members_of(answer(content)) == {}
