"""An event is opened by one request, players take part, and what they have earned they get once.

It is composed of services that are tried in the other modules, so here it is asked what came of it there.
"""

from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from {{ cookiecutter.namespace }}.acceptance.callers import Caller, Device, Service
from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem

pytestmark = pytest.mark.needs("event", "vid", "player", "coupon", "notice", "app")

BANNER = b"\x89PNG\r\n\x1a\n lanterns"
NewPhone = Callable[[], Device]


def event(**changes: object) -> dict[str, Any]:
    """An event that goes on now: a gem for 3 points, and five for 10."""
    now = datetime.now(UTC)
    return {
        "announcement": {
            "ko": {"title": "등불 축제", "body": "등불을 모으세요."},
            "en": {"title": "Lantern festival", "body": "Collect lanterns."},
        },
        "starts_at": (now - timedelta(minutes=1)).isoformat(),
        "ends_at": (now + timedelta(hours=1)).isoformat(),
        "token": "lantern",
        "goals": [
            {"name": "bronze", "points": 3, "items": [{"item": "gem", "count": 1}]},
            {"name": "gold", "points": 10, "items": [{"item": "gem", "count": 5}]},
        ],
        "banner": {"name": "lanterns.png", "content_type": "image/png", "content": b64encode(BANNER).decode()},
        **changes,
    }


@pytest.fixture
def opened(service: Service) -> str:
    """The id of an event that goes on."""
    event_id = str(uuid4())
    service.made("PUT", f"/api/event/events/{event_id}", json=event())
    return event_id


def progress(caller: Caller, event_id: str, player_id: str, points: int, key: str = "") -> httpx2.Response:
    body = {"player_id": player_id, "points": points}
    headers = {"Idempotency-Key": key or str(uuid4())}
    return caller.post(f"/api/event/events/{event_id}/progress", json=body, headers=headers)


def inventory(caller: Caller, player_id: str) -> dict[str, int]:
    items = caller.made("GET", f"/api/player/players/{player_id}/inventory")["items"]
    return {item["item"]: item["count"] for item in items}


def page(caller: Caller, event_id: str, **query: str) -> dict[str, Any]:
    found: dict[str, Any] = caller.made("GET", f"/api/event/events/{event_id}/page", params=query)
    return found


def test_one_request_uploads_the_banner_announces_the_event_and_opens_its_campaigns(
    service: Service, stranger: Caller
) -> None:
    event_id = str(uuid4())

    made = service.made("PUT", f"/api/event/events/{event_id}", json=event())

    assert made["parts"] == dict.fromkeys(["banner", "announcement", "rewards.bronze", "rewards.gold"], "kept")
    assert stranger.get(f"/api/archive/files/{event_id}/content").content == BANNER
    notice = stranger.made("GET", f"/api/notice/notices/{event_id}", params={"language": "ko"})
    assert notice["title"] == "등불 축제"


def test_opening_it_again_opens_nothing_more_and_another_one_under_its_id_is_refused(service: Service) -> None:
    event_id, body = str(uuid4()), event()

    first = service.made("PUT", f"/api/event/events/{event_id}", json=body)

    assert service.made("PUT", f"/api/event/events/{event_id}", json=body) == first
    refused = service.put(f"/api/event/events/{event_id}", json=body | {"token": "balloon"})
    assert assert_problem(refused, 422)["type"] == "urn:problem:key-reused"


def test_points_are_tokens_and_a_goal_that_is_reached_is_rewarded(service: Service, phone: Device, opened: str) -> None:
    player_id = phone.new_player()

    standings = [progress(service, opened, player_id, points).json() for points in (2, 1, 7)]

    assert [standing["points"] for standing in standings] == [2, 3, 10]
    assert [standing["rewards"] for standing in standings] == [
        {},
        {"bronze": "kept"},
        {"bronze": "kept", "gold": "kept"},
    ]
    assert inventory(phone, player_id) == {"lantern": 10, "gem": 6}


def test_the_same_progress_counts_once(service: Service, phone: Device, opened: str) -> None:
    player_id, key = phone.new_player(), str(uuid4())

    first = progress(service, opened, player_id, 3, key)
    again = progress(service, opened, player_id, 3, key)

    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert inventory(phone, player_id) == {"lantern": 3, "gem": 1}
    assert_problem(progress(service, opened, player_id, 4, key), 422)


def test_a_goal_that_many_requests_reach_at_once_is_rewarded_once(service: Service, phone: Device, opened: str) -> None:
    player_id = phone.new_player()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: progress(service, opened, player_id, 1), range(12)))

    assert {answer.status_code for answer in answers} == {200}
    assert max(answer.json()["points"] for answer in answers) == 12
    again = progress(service, opened, player_id, 1).json()  # by now nothing is under way any more
    assert again["rewards"] == {"bronze": "kept", "gold": "kept"}
    assert inventory(phone, player_id) == {"lantern": 13, "gem": 6}


def test_a_page_shows_a_player_all_of_it(service: Service, phone: Device, opened: str) -> None:
    player_id = phone.new_player("배고픈 여우")
    progress(service, opened, player_id, 4)

    found = page(phone, opened, player_id=player_id, language="en")

    assert found["missing"] == []
    assert found["announcement"]["title"] == "Lantern festival"
    assert found["banner"]["name"] == "lanterns.png"
    assert found["player"]["nickname"] == "배고픈 여우"
    assert (found["standing"]["points"], found["standing"]["rewards"]) == (4, {"bronze": "kept"})
    assert {goal: campaign["uses"] for goal, campaign in found["rewards"].items()} == {"bronze": 1, "gold": 0}


def test_a_stranger_sees_the_page_and_nobodys_standing(stranger: Caller, phone: Device, opened: str) -> None:
    found = page(stranger, opened)

    assert (found["event"]["id"], found["standing"], found["player"]) == (opened, None, None)
    asked = stranger.get(f"/api/event/events/{opened}/page", params={"player_id": phone.new_player()})
    assert_problem(asked, 401)


def test_nobody_sees_somebody_elses_standing(new_phone: NewPhone, opened: str) -> None:
    mine, yours = new_phone(), new_phone()

    asked = mine.get(f"/api/event/events/{opened}/page", params={"player_id": yours.new_player()})

    assert_problem(asked, 403)


def test_only_a_game_server_reports_progress_and_opens_events(phone: Device, stranger: Caller, opened: str) -> None:
    player_id = phone.new_player()

    assert_problem(progress(phone, opened, player_id, 3), 403)
    assert_problem(progress(stranger, opened, player_id, 3), 401)
    assert_problem(phone.put(f"/api/event/events/{uuid4()}", json=event()), 403)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"goals": []}, "goals"),
        ({"token": "No Word"}, "token"),
        ({"ends_at": "2020-01-01T00:00:00Z"}, "ends_at"),
        ({"banner": {"name": "../x.png", "content_type": "image/png", "content": "eA=="}}, "banner.name"),
        ({"banner": {"name": "x.png", "content_type": "image/png", "content": "!"}}, "banner.content"),
        ({"announcement": {"de": {"title": "x", "body": "y"}}}, "announcement"),
    ],
)
def test_what_is_wrong_with_an_event_is_named(service: Service, changes: dict[str, object], field: str) -> None:
    event_id = str(uuid4())

    problem = assert_problem(service.put(f"/api/event/events/{event_id}", json=event(**changes)), 422)

    assert field in f"{problem['errors']} {problem['detail']}"
    assert_problem(service.get(f"/api/event/events/{event_id}"), 404)


def test_a_banner_has_a_largest_size(service: Service) -> None:
    banner = {"name": "x.png", "content_type": "image/png", "content": b64encode(b"x" * (512 * 1024 + 1)).decode()}

    refused = service.put(f"/api/event/events/{uuid4()}", json=event(banner=banner))

    assert "banner" in str(assert_problem(refused, 422)["errors"])


def test_a_banner_of_the_largest_size_is_taken(service: Service, stranger: Caller) -> None:
    event_id, largest = str(uuid4()), b"x" * (512 * 1024)
    banner = {"name": "x.png", "content_type": "image/png", "content": b64encode(largest).decode()}

    made = service.made("PUT", f"/api/event/events/{event_id}", json=event(banner=banner))

    assert made["parts"]["banner"] == "kept"
    assert stranger.get(f"/api/archive/files/{event_id}/content").content == largest


def test_an_event_that_is_over_takes_no_progress(service: Service, phone: Device) -> None:
    event_id, now = str(uuid4()), datetime.now(UTC)
    body = event(
        starts_at=(now - timedelta(hours=2)).isoformat(),
        ends_at=(now - timedelta(hours=1)).isoformat(),
    )
    service.made("PUT", f"/api/event/events/{event_id}", json=body)

    problem = assert_problem(progress(service, event_id, phone.new_player(), 3), 409)

    assert problem["type"] == "urn:problem:event-not-open"


def test_points_of_a_player_that_does_not_exist_give_nothing_to_anybody(service: Service, opened: str) -> None:
    standing = progress(service, opened, str(uuid4()), 3).json()

    assert (standing["points"], standing["rewards"]) == (3, {"bronze": "refused"})


def test_events_are_listed(stranger: Caller, opened: str) -> None:
    seen, after = [], None
    while True:
        query = {"limit": "100"} | ({"after": after} if after else {})
        found = stranger.made("GET", "/api/event/events", params=query)
        seen += [each["id"] for each in found["items"]]
        after = found["next"]
        if after is None:
            break

    assert opened in seen
    assert len(seen) == len(set(seen))
