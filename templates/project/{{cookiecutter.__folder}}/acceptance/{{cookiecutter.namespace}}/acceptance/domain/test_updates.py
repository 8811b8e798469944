"""Before it is anybody, a game asks whether it must update."""

from uuid import uuid4

import pytest

from {{ cookiecutter.namespace }}.acceptance.callers import Caller, Service
from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem

pytestmark = pytest.mark.needs("app")


@pytest.fixture
def title(service: Service) -> str:
    """A fresh title, of which 1.2.0 must be had, 1.9.0 and 1.10.0 may be had, and 2.0.0 is not out yet."""
    slug = f"acc-{uuid4().hex[:24]}"
    service.made("PUT", f"/api/app/titles/{slug}", json={"name": "수달의 모험"})
    for number, required, released_at in [
        ("1.0.0", False, "2024-01-01T00:00:00Z"),
        ("1.2.0", True, "2024-02-01T00:00:00Z"),
        ("1.9.0", False, "2024-03-01T00:00:00Z"),
        ("1.10.0", False, "2024-04-01T00:00:00Z"),
        ("2.0.0", True, "2090-01-01T00:00:00Z"),
    ]:
        body = {"required": required, "released_at": released_at}
        service.made("PUT", f"/api/app/titles/{slug}/versions/ios/{number}", json=body)
    return slug


@pytest.mark.parametrize(
    ("running", "must", "may"),
    [
        ("1.0.0", True, True),
        ("1.1.9", True, True),
        ("1.2.0", False, True),
        ("1.9.0", False, True),
        ("1.10.0", False, False),
        ("3.0.0", False, False),
    ],
)
def test_a_game_is_told_whether_it_must_update(
    stranger: Caller, title: str, running: str, must: bool, may: bool
) -> None:
    told = stranger.made("GET", f"/api/app/titles/{title}/update?platform=ios&version={running}")

    assert (told["must_update"], told["may_update"]) == (must, may)
    assert told["latest"]["number"] == "1.10.0"


def test_versions_are_sorted_as_numbers(stranger: Caller, title: str) -> None:
    versions = stranger.made("GET", f"/api/app/titles/{title}/versions?platform=ios")["items"]

    assert [version["number"] for version in versions] == ["1.10.0", "1.9.0", "1.2.0", "1.0.0"]


def test_each_platform_has_versions_of_its_own(stranger: Caller, title: str) -> None:
    told = stranger.made("GET", f"/api/app/titles/{title}/update?platform=android&version=0.0.1")

    assert told == {"must_update": False, "may_update": False, "latest": None}


@pytest.mark.parametrize("version", ["", "1", "1.2", "1.2.3.4", "v1.2.3", "1.2.x", "01.2.3", "999999.0.0", "1.2.3%00"])
def test_a_version_that_is_none_is_refused(stranger: Caller, title: str, version: str) -> None:
    assert_problem(stranger.get(f"/api/app/titles/{title}/update?platform=ios&version={version}"), 422)


def test_a_title_that_does_not_exist_is_unknown(stranger: Caller) -> None:
    answer = stranger.get(f"/api/app/titles/{uuid4().hex}/update?platform=ios&version=1.0.0")

    assert assert_problem(answer, 404)["type"] == "urn:problem:unknown-title"


@pytest.mark.needs("archive")
def test_a_version_says_where_its_file_is(stranger: Caller, service: Service, title: str) -> None:
    file_id, content = str(uuid4()), b"PK\x03\x04 not much of a game"
    service.made("PUT", f"/api/archive/files/{file_id}?name=game.zip", content=content)
    body = {"released_at": "2025-01-01T00:00:00Z", "file_id": file_id}
    service.made("PUT", f"/api/app/titles/{title}/versions/android/1.0.0", json=body)

    told = stranger.made("GET", f"/api/app/titles/{title}/update?platform=android&version=0.9.0")

    assert stranger.get(told["latest"]["content"]).content == content
