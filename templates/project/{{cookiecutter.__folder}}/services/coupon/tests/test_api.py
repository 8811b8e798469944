from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.contracts.coupon import CampaignRecord
from {{ cookiecutter.namespace }}.contracts.testing.coupon import new_campaign
from {{ cookiecutter.namespace }}.contracts.testing.player import StandInPlayer
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway
from {{ cookiecutter.namespace }}.service.coupon import actions
from {{ cookiecutter.namespace }}.service.coupon.models import Redemption

pytestmark = pytest.mark.django_db
REDEMPTIONS = "/api/coupon/redemptions"
CAMPAIGNS = "/api/coupon/campaigns"


@pytest.fixture
def redeem(client: Client) -> Any:
    """`redeem(headers, code=..., player_id=..., key=...)`: the answer."""

    def send(headers: dict[str, str], *, key: object, **body: object) -> Any:
        headers = headers | {"Idempotency-Key": str(key)}
        return client.post(REDEMPTIONS, body, content_type="application/json", headers=headers)

    return send


@pytest.fixture
def own(players: StandInPlayer, player_id: UUID, bearer: Any) -> dict[str, str]:
    """The headers of the player's own device."""
    return bearer(players.players[player_id].vid_id)


def test_a_device_redeems_for_its_own_player(redeem: Any, own: Any, player_id: UUID, code: str) -> None:
    answer = redeem(own, code=code, player_id=player_id, key=uuid4())

    assert answer.status_code == 200
    assert answer.json()["items"] == [{"item": "gem", "count": 3}]


def test_a_device_does_not_redeem_for_anothers_player(redeem: Any, bearer: Any, player_id: UUID, code: str) -> None:
    answer = redeem(bearer(uuid4()), code=code, player_id=player_id, key=uuid4())

    assert answer.status_code == 403
    assert not Redemption.objects.exists()


def test_a_service_redeems_for_anyone(redeem: Any, basic: Any, player_id: UUID, code: str) -> None:
    assert redeem(basic, code=code, player_id=player_id, key=uuid4()).status_code == 200


def test_a_stranger_redeems_nothing(redeem: Any, player_id: UUID, code: str) -> None:
    assert redeem({}, code=code, player_id=player_id, key=uuid4()).status_code == 401


def test_the_same_key_with_another_body_is_not_valid(redeem: Any, own: Any, player_id: UUID, code: str) -> None:
    key = uuid4()
    first = redeem(own, code=code, player_id=player_id, key=key)

    again = redeem(own, code=code, player_id=player_id, key=key)
    other = redeem(own, code="SOMETHINGELSE", player_id=player_id, key=key)

    assert (again.status_code, again.json()) == (200, first.json())
    assert (other.status_code, other.json()["type"]) == (422, "urn:problem:key-reused")


def test_a_key_that_is_missing_is_asked_for_by_name(client: Client, own: Any, player_id: UUID, code: str) -> None:
    body = {"code": code, "player_id": str(player_id)}

    answer = client.post(REDEMPTIONS, body, content_type="application/json", headers=own)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "Idempotency-Key"


def test_a_key_that_is_no_uuid_is_refused_by_name(redeem: Any, own: Any, player_id: UUID, code: str) -> None:
    answer = redeem(own, code=code, player_id=player_id, key="twice please")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "Idempotency-Key"


def test_a_player_service_that_is_away_is_told_as_try_again(
    redeem: Any, basic: Any, players: StandInPlayer, player_id: UUID, code: str
) -> None:
    players.fails_before = [CalleeAway("away")]

    answer = redeem(basic, code=code, player_id=player_id, key=uuid4())

    assert (answer.status_code, answer["Retry-After"]) == (503, "1")


@pytest.mark.parametrize("code", [None, 7, "", " ", "a\0b", "\ud800", "x" * 65, ["A"], "한글코드"])
def test_a_code_that_can_be_none_is_never_an_error_of_ours(
    client: Client, own: Any, player_id: UUID, code: object
) -> None:
    body = {"code": code, "player_id": str(player_id)}

    answer = client.post(
        REDEMPTIONS, body, content_type="application/json", headers=own | {"Idempotency-Key": str(uuid4())}
    )

    assert answer.status_code == (404 if code == "한글코드" else 422)


def test_a_device_sees_its_own_redemptions_only(
    client: Client, redeem: Any, own: Any, bearer: Any, player_id: UUID, code: str
) -> None:
    made = redeem(own, code=code, player_id=player_id, key=uuid4()).json()
    addresses = [f"{REDEMPTIONS}/{made['id']}", f"{REDEMPTIONS}?player_id={player_id}"]

    assert client.get(addresses[0], headers=own).json() == made
    assert client.get(addresses[1], headers=own).json() == {"items": [made], "next": None}
    assert [client.get(address, headers=bearer(uuid4())).status_code for address in addresses] == [403, 403]


def test_campaigns_and_codes_are_for_services(client: Client, own: Any, campaign: CampaignRecord) -> None:
    codes = f"{CAMPAIGNS}/{campaign.id}/codes"
    for headers, status in ((own, 403), ({}, 401)):
        keyed = {**headers, "Idempotency-Key": str(uuid4())}
        answers = [
            client.get(CAMPAIGNS, headers=headers),
            client.post(CAMPAIGNS, {}, content_type="application/json", headers=headers),
            client.get(f"{CAMPAIGNS}/{campaign.id}", headers=headers),
            client.get(codes, headers=headers),
            client.post(codes, {"count": 1}, content_type="application/json", headers=keyed),
        ]
        assert [answer.status_code for answer in answers] == [status] * 5


def test_codes_are_made_and_listed(client: Client, basic: Any, campaign: CampaignRecord) -> None:
    codes = f"{CAMPAIGNS}/{campaign.id}/codes"
    headers = {**basic, "Idempotency-Key": str(uuid4())}

    made = client.post(codes, {"count": 3}, content_type="application/json", headers=headers)
    again = client.post(codes, {"count": 3}, content_type="application/json", headers=headers)

    assert (made.status_code, made.json()) == (201, again.json())
    listed = client.get(f"{codes}?unused=true&limit=100", headers=basic).json()["items"]
    assert [code["code"] for code in listed] == made.json()["codes"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_at": "0001-01-01T00:00:00+14:00"}, "starts_at"),
        ({"ends_at": "9999-12-31T23:59:59-12:00"}, "ends_at"),
        ({"starts_at": "2026-01-01T00:00:00"}, "starts_at"),
        ({"ends_at": "2025-01-01T00:00:00Z"}, "body"),
        ({"items": []}, "items"),
        ({"items": [{"item": "gem", "count": 1}, {"item": "gem", "count": 2}]}, "body"),
        ({"items": [{"item": "Gem!", "count": 1}]}, "items.0.item"),
        ({"limit_total": 2**31}, "limit_total"),
        ({"limit_per_player": 0}, "limit_per_player"),
        ({"name": "x" * 101}, "name"),
    ],
)
def test_a_campaign_that_makes_no_sense_is_refused_by_name(
    client: Client, basic: Any, changes: dict[str, Any], field: str
) -> None:
    sound = {
        "name": "Three gems",
        "starts_at": "2026-01-01T00:00:00+09:00",
        "ends_at": "2027-01-01T00:00:00+09:00",
        "items": [{"item": "gem", "count": 3}],
    }

    answer = client.post(CAMPAIGNS, sound | changes, content_type="application/json", headers=basic)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field
    assert client.post(CAMPAIGNS, sound, content_type="application/json", headers=basic).status_code == 201


@pytest.mark.parametrize("query", ["after=-1", f"after={2**63}", "limit=0", "limit=101", "unused=perhaps"])
def test_a_page_of_codes_that_cannot_be_is_refused(
    client: Client, basic: Any, campaign: CampaignRecord, query: str
) -> None:
    assert client.get(f"{CAMPAIGNS}/{campaign.id}/codes?{query}", headers=basic).status_code == 422


def test_a_page_of_campaigns_costs_the_same_however_many_there_are(
    client: Client, basic: Any, campaign: CampaignRecord, django_assert_num_queries: Any
) -> None:
    for _ in range(3):
        actions.create_campaign(new=new_campaign())

    with django_assert_num_queries(2):
        assert len(client.get(CAMPAIGNS, headers=basic).json()["items"]) == 4
