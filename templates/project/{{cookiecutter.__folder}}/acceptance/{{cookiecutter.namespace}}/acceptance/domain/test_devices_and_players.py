"""A game begins with a token that it asks for, and a player that it makes."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest

from {{ cookiecutter.namespace }}.acceptance.callers import Device, Service
from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem

pytestmark = pytest.mark.needs("vid", "player")

NewPhone = Callable[[], Device]


def test_each_phone_is_somebody_else(new_phone: NewPhone) -> None:
    assert new_phone().vid_id != new_phone().vid_id


def test_a_token_is_exchanged_for_a_fresh_one_of_the_same_device(new_phone: NewPhone) -> None:
    phone = new_phone()

    fresh = phone.made("POST", "/api/vid/tokens")
    phone.headers = {"Authorization": f"Bearer {fresh['token']}"}

    assert fresh["vid_id"] == str(phone.vid_id)
    assert phone.get("/api/player/players").status_code == 200


def test_a_blocked_device_gets_no_fresh_token_and_no_player(new_phone: NewPhone, service: Service) -> None:
    phone = new_phone()
    service.made("PUT", f"/api/vid/vids/{phone.vid_id}/block", json={"reason": "sold gems for money"})

    assert assert_problem(phone.post("/api/vid/tokens"), 403)["type"] == "urn:problem:blocked-vid"
    assert_problem(phone.post("/api/player/players", json={"nickname": "Again Me"}), 403)


def test_a_player_is_found_by_its_own_phone_and_no_other(new_phone: NewPhone, service: Service) -> None:
    mine, yours = new_phone(), new_phone()
    player_id = mine.new_player("조용한 두루미")
    path = f"/api/player/players/{player_id}"

    assert mine.made("GET", path)["nickname"] == "조용한 두루미"
    assert service.made("GET", path)["vid_id"] == str(mine.vid_id)
    assert_problem(yours.get(path), 403)
    assert_problem(yours.patch(path, json={"nickname": "Stolen"}), 403)
    assert [player["id"] for player in mine.made("GET", "/api/player/players")["items"]] == [player_id]
    assert yours.made("GET", "/api/player/players")["items"] == []


def test_items_are_given_once_a_key(phone: Device, service: Service) -> None:
    player_id = phone.new_player()
    path = f"/api/player/players/{player_id}/grants/{uuid4()}"
    gems, potions = [{"item": "gem", "count": 5}], [{"item": "potion", "count": 5}]

    service.made("PUT", path, json={"items": gems})
    service.made("PUT", path, json={"items": gems})
    assert_problem(service.put(path, json={"items": potions}), 422)

    assert phone.made("GET", f"/api/player/players/{player_id}/inventory")["items"] == gems


def test_a_phone_gives_itself_nothing(phone: Device) -> None:
    path = f"/api/player/players/{phone.new_player()}/grants/{uuid4()}"

    assert_problem(phone.put(path, json={"items": [{"item": "gem", "count": 1_000_000}]}), 403)


@pytest.mark.parametrize("count", [0, -1, 1_000_001, 10**30, 1.5, "many", None])
def test_items_are_counted_in_whole_sensible_numbers(phone: Device, service: Service, count: object) -> None:
    path = f"/api/player/players/{phone.new_player()}/grants/{uuid4()}"

    problem = assert_problem(service.put(path, json={"items": [{"item": "gem", "count": count}]}), 422)

    assert "items.0.count" in str(problem["errors"])


def test_a_phone_has_only_so_many_players_also_when_it_asks_for_many_at_once(new_phone: NewPhone) -> None:
    def ask(phone: Device) -> int:
        return phone.post("/api/player/players", json={"nickname": "수달"}).status_code

    def ask_at_once(phone: Device) -> int:
        start.wait(timeout=30)
        return ask(phone)

    patient, start = new_phone(), Barrier(12)
    most = next(number for number in range(1_000) if ask(patient) == 403)
    for _ in range(5):  # chance alone may let one round pass
        hasty = new_phone()
        for _ in range(most - 3):
            hasty.new_player()

        with ThreadPoolExecutor(12) as pool:
            statuses = sorted(pool.map(ask_at_once, [hasty] * 12))

        assert statuses == [201] * 3 + [403] * 9
