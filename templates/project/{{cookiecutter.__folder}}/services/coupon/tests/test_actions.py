from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from {{ cookiecutter.namespace }}.contracts.coupon import (
    AlreadyRedeemed,
    CampaignNotOpen,
    CampaignOver,
    CampaignRecord,
    StillPending,
    UnknownCode,
)
from {{ cookiecutter.namespace }}.contracts.player import Item, UnknownPlayer
from {{ cookiecutter.namespace }}.contracts.testing.player import StandInPlayer
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway, Forbidden, KeyReused
from {{ cookiecutter.namespace }}.service.coupon import actions, models

pytestmark = pytest.mark.django_db


def gems(players: StandInPlayer, player_id: UUID) -> int:
    return sum(item.count for item in players.get_inventory(player_id=player_id).items)


def test_the_player_gets_the_items(players: StandInPlayer, player_id: UUID, code: str) -> None:
    actions.redeem(code=code, player_id=player_id, key=uuid4())

    assert players.get_inventory(player_id=player_id).items == [Item(item="gem", count=3)]
    assert models.Code.objects.get(code=code).uses == 1


def test_a_code_is_redeemed_once(players: StandInPlayer, player_id: UUID, code: str) -> None:
    actions.redeem(code=code, player_id=player_id, key=uuid4())

    with pytest.raises(AlreadyRedeemed):
        actions.redeem(code=code, player_id=players.add(), key=uuid4())

    assert models.Redemption.objects.count() == 1


def test_a_code_for_many_is_redeemed_that_often(players: StandInPlayer, code: str, campaign: CampaignRecord) -> None:
    models.Code.objects.filter(code=code).update(max_uses=3)
    for _ in range(3):
        actions.redeem(code=code, player_id=players.add(), key=uuid4())

    with pytest.raises(AlreadyRedeemed):
        actions.redeem(code=code, player_id=players.add(), key=uuid4())

    assert models.Campaign.objects.get(pk=campaign.id).uses == 3


def test_the_same_key_gives_the_items_once(players: StandInPlayer, player_id: UUID, code: str) -> None:
    key = uuid4()

    first = actions.redeem(code=code, player_id=player_id, key=key)
    again = actions.redeem(code=f"{code[:4]}-{code[4:]}".lower(), player_id=player_id, key=key)

    assert first == again
    assert gems(players, player_id) == 3


def test_a_refused_attempt_leaves_its_key_free(players: StandInPlayer, player_id: UUID, code: str) -> None:
    key = uuid4()
    with pytest.raises(UnknownCode):
        actions.redeem(code="NOSUCHCODE", player_id=player_id, key=key)

    assert actions.redeem(code=code, player_id=player_id, key=key).state == "complete"


def test_a_lost_answer_leaves_a_pending_redemption_that_completes_later(
    players: StandInPlayer, player_id: UUID, code: str
) -> None:
    key = uuid4()
    players.fails_after = [CalleeAway("the answer was lost")]
    with pytest.raises(CalleeAway):
        actions.redeem(code=code, player_id=player_id, key=key)
    assert models.Redemption.objects.get(key=key).state == "pending"

    redemption = actions.redeem(code=code, player_id=player_id, key=key)

    assert redemption.state == "complete"
    assert gems(players, player_id) == 3


def test_a_player_service_that_is_away_leaves_a_code_taken(players: StandInPlayer, player_id: UUID, code: str) -> None:
    players.fails_before = [CalleeAway("away")]
    with pytest.raises(CalleeAway):
        actions.redeem(code=code, player_id=player_id, key=uuid4())

    with pytest.raises(AlreadyRedeemed):
        actions.redeem(code=code, player_id=players.add(), key=uuid4())


def test_a_pending_redemption_is_owed_even_after_the_campaign(
    players: StandInPlayer, player_id: UUID, code: str, campaign: CampaignRecord
) -> None:
    key = uuid4()
    players.fails_before = [CalleeAway("away")]
    with pytest.raises(CalleeAway):
        actions.redeem(code=code, player_id=player_id, key=key)
    ended = datetime.now(UTC) - timedelta(seconds=1)
    models.Campaign.objects.filter(pk=campaign.id).update(ends_at=ended)
    models.CampaignItem.objects.filter(campaign=campaign.id).update(count=1000)

    assert actions.redeem(code=code, player_id=player_id, key=key).items == [Item(item="gem", count=3)]


def test_an_unknown_player_gives_the_use_back(
    players: StandInPlayer, player_id: UUID, code: str, campaign: CampaignRecord
) -> None:
    with pytest.raises(UnknownPlayer):
        actions.redeem(code=code, player_id=uuid4(), key=uuid4())

    assert models.Code.objects.get(code=code).uses == 0
    assert models.Campaign.objects.get(pk=campaign.id).uses == 0
    assert models.Redemption.objects.get().state == "refused"
    assert actions.redeem(code=code, player_id=player_id, key=uuid4()).state == "complete"


def test_a_refusal_is_repeated_word_for_word(players: StandInPlayer, player_id: UUID, code: str) -> None:
    key, nobody, words = uuid4(), uuid4(), "there is no player of that name"
    players.fails_before = [UnknownPlayer(words)]

    for _ in range(2):
        with pytest.raises(UnknownPlayer, match=words):
            actions.redeem(code=code, player_id=nobody, key=key)

    assert models.Code.objects.get(code=code).uses == 0


def test_our_own_wrong_credentials_take_nobodys_code_away(players: StandInPlayer, player_id: UUID, code: str) -> None:
    key = uuid4()
    players.fails_before = [Forbidden("unknown caller")]
    with pytest.raises(StillPending):
        actions.redeem(code=code, player_id=player_id, key=key)

    assert actions.redeem(code=code, player_id=player_id, key=key).state == "complete"


def test_a_paused_campaign_gives_nothing(
    players: StandInPlayer, player_id: UUID, code: str, campaign: CampaignRecord
) -> None:
    models.Campaign.objects.filter(pk=campaign.id).update(active=False)

    with pytest.raises(CampaignNotOpen):
        actions.redeem(code=code, player_id=player_id, key=uuid4())


def test_the_window_opens_at_its_first_moment_and_is_shut_at_its_last(
    players: StandInPlayer, player_id: UUID, code: str, campaign: CampaignRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime(2026, 5, 5, 12, tzinfo=UTC)
    monkeypatch.setattr(actions.timezone, "now", lambda: moment)
    row = models.Campaign.objects.filter(pk=campaign.id)

    row.update(starts_at=moment - timedelta(hours=1), ends_at=moment)
    with pytest.raises(CampaignOver):
        actions.redeem(code=code, player_id=player_id, key=uuid4())

    row.update(starts_at=moment, ends_at=moment + timedelta(microseconds=1))
    assert actions.redeem(code=code, player_id=player_id, key=uuid4()).state == "complete"


def test_redeeming_refuses_to_run_inside_a_transaction(players: StandInPlayer, player_id: UUID, code: str) -> None:
    redemption_id = actions.reserve(code=code, player_id=player_id, key=uuid4())

    with transaction.atomic(), pytest.raises(RuntimeError, match="inside a transaction"):
        actions.complete(redemption_id=redemption_id)

    assert players.grants == {}


def test_a_code_that_exists_already_is_made_up_for(
    campaign: CampaignRecord, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    draws = iter([code, code, "AAAA", "BBBB"])
    monkeypatch.setattr("{{ cookiecutter.namespace }}.service.coupon.making.new_code", lambda: next(draws))

    batch = actions.make_codes(campaign_id=campaign.id, count=2, key=uuid4())

    assert batch.codes == ["AAAA", "BBBB"]


def test_a_key_of_another_batch_makes_no_codes(campaign: CampaignRecord) -> None:
    key = uuid4()
    actions.make_codes(campaign_id=campaign.id, count=2, key=key)

    with pytest.raises(KeyReused):
        actions.make_codes(campaign_id=campaign.id, count=3, key=key)

    assert models.Code.objects.count() == 2
