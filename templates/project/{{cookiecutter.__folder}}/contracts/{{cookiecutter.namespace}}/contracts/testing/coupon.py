"""The tests that every client of the coupon contract passes, and a stand-in that passes them from memory."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.coupon import (
    AlreadyRedeemed,
    CampaignNotOpen,
    CampaignOver,
    CampaignRecord,
    CodeBatch,
    CodeRecord,
    Coupon,
    LimitReached,
    NewCampaign,
    RedemptionRecord,
    UnknownCampaign,
    UnknownCode,
    UnknownRedemption,
)
from {{ cookiecutter.namespace }}.contracts.player import Item, UnknownPlayer
from {{ cookiecutter.namespace }}.kit.paging import Page
from {{ cookiecutter.namespace }}.kit.problems import KeyReused


def new_campaign(**changes: Any) -> NewCampaign:
    """A campaign that is open now and gives three gems."""
    now = datetime.now(UTC)
    usual: dict[str, Any] = {
        "name": "Three gems",
        "starts_at": now - timedelta(days=1),
        "ends_at": now + timedelta(days=1),
        "items": [Item(item="gem", count=3)],
    }
    return NewCampaign(**usual | changes)


def fresh_codes(client: Coupon, count: int = 1, **changes: Any) -> list[str]:
    """Codes of a new campaign, which is as `new_campaign(**changes)` says."""
    campaign = client.create_campaign(new=new_campaign(**changes))
    return client.make_codes(campaign_id=campaign.id, count=count, key=uuid4()).codes


class CouponContract:
    """Subclass it with fixtures `client` and `player_id` (a player that exists and has redeemed nothing)."""

    def test_a_code_is_redeemed_for_what_its_campaign_gives(self, client: Coupon, player_id: UUID) -> None:
        [code] = fresh_codes(client)

        redemption = client.redeem(code=code, player_id=player_id, key=uuid4())

        assert (redemption.state, redemption.code, redemption.player_id) == ("complete", code, player_id)
        assert redemption.items == [Item(item="gem", count=3)]
        assert client.get_redemption(redemption_id=redemption.id) == redemption

    def test_case_dashes_and_spaces_in_a_code_do_not_matter(self, client: Coupon, player_id: UUID) -> None:
        [code] = fresh_codes(client)

        typed = f" {code[:4].lower()}-{code[4:8]} {code[8:]}"

        assert client.redeem(code=typed, player_id=player_id, key=uuid4()).code == code

    def test_a_code_that_does_not_exist_is_refused(self, client: Coupon, player_id: UUID) -> None:
        with pytest.raises(UnknownCode):
            client.redeem(code="NOSUCHCODE", player_id=player_id, key=uuid4())

    def test_a_code_is_redeemed_once(self, client: Coupon, player_id: UUID) -> None:
        [code] = fresh_codes(client, limit_per_player=None)
        client.redeem(code=code, player_id=player_id, key=uuid4())

        with pytest.raises(AlreadyRedeemed):
            client.redeem(code=code, player_id=player_id, key=uuid4())

    def test_the_same_key_gets_the_first_answer_again(self, client: Coupon, player_id: UUID) -> None:
        [code] = fresh_codes(client)
        key = uuid4()

        first = client.redeem(code=code, player_id=player_id, key=key)

        assert client.redeem(code=code, player_id=player_id, key=key) == first
        assert client.list_redemptions(player_id=player_id).items == [first]

    def test_the_same_key_with_another_code_is_refused(self, client: Coupon, player_id: UUID) -> None:
        code, other = fresh_codes(client, 2, limit_per_player=None)
        key = uuid4()
        client.redeem(code=code, player_id=player_id, key=key)

        for another in (other, "NOSUCHCODE"):
            with pytest.raises(KeyReused):
                client.redeem(code=another, player_id=player_id, key=key)

    def test_the_same_key_for_another_player_is_refused(self, client: Coupon, player_id: UUID) -> None:
        [code] = fresh_codes(client)
        key = uuid4()
        client.redeem(code=code, player_id=player_id, key=key)

        with pytest.raises(KeyReused):
            client.redeem(code=code, player_id=uuid4(), key=key)

    def test_a_campaign_that_has_not_begun_gives_nothing(self, client: Coupon, player_id: UUID) -> None:
        now = datetime.now(UTC)
        [code] = fresh_codes(client, starts_at=now + timedelta(days=1), ends_at=now + timedelta(days=2))

        with pytest.raises(CampaignNotOpen):
            client.redeem(code=code, player_id=player_id, key=uuid4())

    def test_a_campaign_that_is_over_gives_nothing(self, client: Coupon, player_id: UUID) -> None:
        now = datetime.now(UTC)
        [code] = fresh_codes(client, starts_at=now - timedelta(days=2), ends_at=now - timedelta(days=1))

        with pytest.raises(CampaignOver):
            client.redeem(code=code, player_id=player_id, key=uuid4())

    def test_a_player_gets_only_so_much_of_one_campaign(self, client: Coupon, player_id: UUID) -> None:
        first, second, third = fresh_codes(client, 3, limit_per_player=2)
        client.redeem(code=first, player_id=player_id, key=uuid4())
        client.redeem(code=second, player_id=player_id, key=uuid4())

        with pytest.raises(LimitReached):
            client.redeem(code=third, player_id=player_id, key=uuid4())

    def test_a_campaign_gives_only_so_much_in_all(self, client: Coupon, player_id: UUID) -> None:
        first, second = fresh_codes(client, 2, limit_total=1, limit_per_player=None)
        client.redeem(code=first, player_id=player_id, key=uuid4())

        with pytest.raises(LimitReached):
            client.redeem(code=second, player_id=player_id, key=uuid4())

    def test_a_player_that_does_not_exist_uses_no_code_up(self, client: Coupon, player_id: UUID) -> None:
        [code] = fresh_codes(client, limit_total=1)
        nobody, key = uuid4(), uuid4()

        for _again in range(2):
            with pytest.raises(UnknownPlayer):
                client.redeem(code=code, player_id=nobody, key=key)

        assert client.list_redemptions(player_id=nobody).items[0].refusal == UnknownPlayer.type()
        assert client.redeem(code=code, player_id=player_id, key=uuid4()).state == "complete"

    def test_a_campaign_counts_its_uses(self, client: Coupon, player_id: UUID) -> None:
        campaign = client.create_campaign(new=new_campaign())
        codes = client.make_codes(campaign_id=campaign.id, count=1, key=uuid4()).codes
        client.redeem(code=codes[0], player_id=player_id, key=uuid4())

        assert client.get_campaign(campaign_id=campaign.id) == campaign.model_copy(update={"uses": 1})

    def test_a_campaign_that_is_sent_again_under_its_id_is_the_same_one(self, client: Coupon) -> None:
        campaign_id, new = uuid4(), new_campaign()

        first = client.put_campaign(campaign_id=campaign_id, new=new)

        assert client.put_campaign(campaign_id=campaign_id, new=new) == first
        assert client.get_campaign(campaign_id=campaign_id) == first
        assert len(client.list_campaigns().items) == 1

    def test_the_same_id_with_another_campaign_is_refused(self, client: Coupon) -> None:
        campaign_id, new = uuid4(), new_campaign()
        first = client.put_campaign(campaign_id=campaign_id, new=new)

        with pytest.raises(KeyReused):
            client.put_campaign(campaign_id=campaign_id, new=new.model_copy(update={"name": "Four gems"}))

        assert client.get_campaign(campaign_id=campaign_id) == first

    def test_campaigns_are_listed_page_by_page(self, client: Coupon) -> None:
        made = {client.create_campaign(new=new_campaign()).id for _ in range(3)}

        first = client.list_campaigns(limit=2)
        second = client.list_campaigns(limit=2, after=UUID(first.next or ""))

        assert {campaign.id for campaign in first.items + second.items} == made
        assert second.next is None

    def test_an_unknown_campaign_is_refused(self, client: Coupon) -> None:
        for call in (client.get_campaign, client.list_codes):
            with pytest.raises(UnknownCampaign):
                call(campaign_id=uuid4())
        with pytest.raises(UnknownCampaign):
            client.make_codes(campaign_id=uuid4(), count=1, key=uuid4())

    def test_an_unknown_redemption_is_refused(self, client: Coupon, player_id: UUID) -> None:
        with pytest.raises(UnknownRedemption):
            client.get_redemption(redemption_id=uuid4())
        with pytest.raises(UnknownRedemption):
            client.list_redemptions(player_id=player_id, after=uuid4())

    def test_codes_are_made_once_a_key(self, client: Coupon) -> None:
        campaign = client.create_campaign(new=new_campaign())
        key = uuid4()

        batch = client.make_codes(campaign_id=campaign.id, count=5, key=key)

        assert len(set(batch.codes)) == 5
        assert client.make_codes(campaign_id=campaign.id, count=5, key=key) == batch
        assert len(client.list_codes(campaign_id=campaign.id).items) == 5
        with pytest.raises(KeyReused):
            client.make_codes(campaign_id=campaign.id, count=6, key=key)

    def test_unused_codes_are_listed_page_by_page(self, client: Coupon, player_id: UUID) -> None:
        campaign = client.create_campaign(new=new_campaign())
        codes = client.make_codes(campaign_id=campaign.id, count=5, key=uuid4()).codes
        client.redeem(code=codes[1], player_id=player_id, key=uuid4())

        first = client.list_codes(campaign_id=campaign.id, unused=True, limit=3)
        second = client.list_codes(campaign_id=campaign.id, unused=True, limit=3, after=int(first.next or ""))

        assert [code.code for code in first.items + second.items] == [codes[0], *codes[2:]]
        assert second.next is None
        assert len(client.list_codes(campaign_id=campaign.id).items) == 5

    def test_a_players_redemptions_are_listed_newest_first(self, client: Coupon, player_id: UUID) -> None:
        codes = fresh_codes(client, 3, limit_per_player=None)
        made = [client.redeem(code=code, player_id=player_id, key=uuid4()) for code in codes]

        first = client.list_redemptions(player_id=player_id, limit=2)
        second = client.list_redemptions(player_id=player_id, limit=2, after=UUID(first.next or ""))

        assert first.items + second.items == made[::-1]
        assert second.next is None


class StandInCoupon:
    """The coupon service from memory. `players`: those that exist; None where every player does."""

    def __init__(self, players: set[UUID] | None = None) -> None:
        self.players = players
        self.campaigns: dict[UUID, CampaignRecord] = {}
        self.asked: dict[UUID, NewCampaign] = {}
        self.codes: dict[str, tuple[UUID, CodeRecord]] = {}
        self.batches: dict[UUID, CodeBatch] = {}
        self.redemptions: dict[UUID, RedemptionRecord] = {}  # by key, the newest last

    def redeem(self, *, code: str, player_id: UUID, key: UUID) -> RedemptionRecord:
        wanted = code.upper().replace("-", "").replace(" ", "")
        if key not in self.redemptions:
            self.redemptions[key] = self._redeem_now(wanted, player_id)
        made = self.redemptions[key]
        if (made.code, made.player_id) != (wanted, player_id):
            raise KeyReused
        if made.refusal:
            raise UnknownPlayer
        return made

    def _redeem_now(self, code: str, player_id: UUID) -> RedemptionRecord:
        if code not in self.codes:
            raise UnknownCode
        campaign_id, record = self.codes[code]
        campaign, now = self.campaigns[campaign_id], datetime.now(UTC)
        if now >= campaign.ends_at:
            raise CampaignOver
        if now < campaign.starts_at or not campaign.active:
            raise CampaignNotOpen
        if record.uses >= record.max_uses:
            raise AlreadyRedeemed
        given = [made for made in self.redemptions.values() if made.campaign_id == campaign_id and not made.refusal]
        to_player = [made for made in given if made.player_id == player_id]
        for taken, limit in ((given, campaign.limit_total), (to_player, campaign.limit_per_player)):
            if limit is not None and len(taken) >= limit:
                raise LimitReached
        made = RedemptionRecord(
            id=uuid4(),
            campaign_id=campaign_id,
            code=code,
            player_id=player_id,
            items=campaign.items,
            state="complete",
            created_at=now,
            completed_at=now,
        )
        if self.players is not None and player_id not in self.players:
            return made.model_copy(update={"state": "refused", "completed_at": None, "refusal": UnknownPlayer.type()})
        self.codes[code] = (campaign_id, record.model_copy(update={"uses": record.uses + 1}))
        self.campaigns[campaign_id] = campaign.model_copy(update={"uses": campaign.uses + 1})
        return made

    def get_redemption(self, *, redemption_id: UUID) -> RedemptionRecord:
        for made in self.redemptions.values():
            if made.id == redemption_id:
                return made
        raise UnknownRedemption

    def list_redemptions(
        self, *, player_id: UUID, limit: int = 20, after: UUID | None = None
    ) -> Page[RedemptionRecord]:
        rows = [made for made in reversed(self.redemptions.values()) if made.player_id == player_id]
        if after is not None:
            rows = rows[rows.index(self.get_redemption(redemption_id=after)) + 1 :]
        return _page(rows, limit, [str(made.id) for made in rows])

    def create_campaign(self, *, new: NewCampaign) -> CampaignRecord:
        record = CampaignRecord(id=uuid4(), active=True, uses=0, **new.model_dump())
        self.campaigns[record.id] = record
        return record

    def put_campaign(self, *, campaign_id: UUID, new: NewCampaign) -> CampaignRecord:
        if self.asked.setdefault(campaign_id, new) != new:
            raise KeyReused
        record = CampaignRecord(id=campaign_id, active=True, uses=0, **new.model_dump())
        return self.campaigns.setdefault(campaign_id, record)

    def get_campaign(self, *, campaign_id: UUID) -> CampaignRecord:
        if campaign_id not in self.campaigns:
            raise UnknownCampaign
        return self.campaigns[campaign_id]

    def list_campaigns(self, *, limit: int = 20, after: UUID | None = None) -> Page[CampaignRecord]:
        rows = [self.campaigns[id_] for id_ in sorted(self.campaigns) if after is None or id_ > after]
        return _page(rows, limit, [str(campaign.id) for campaign in rows])

    def make_codes(self, *, campaign_id: UUID, count: int, key: UUID) -> CodeBatch:
        self.get_campaign(campaign_id=campaign_id)
        if key not in self.batches:
            codes = [f"{len(self.codes) + number:012}" for number in range(count)]
            self.codes |= {code: (campaign_id, CodeRecord(code=code, max_uses=1, uses=0)) for code in codes}
            self.batches[key] = CodeBatch(key=key, campaign_id=campaign_id, codes=codes)
        batch = self.batches[key]
        if (batch.campaign_id, len(batch.codes)) != (campaign_id, count):
            raise KeyReused
        return batch

    def list_codes(
        self, *, campaign_id: UUID, unused: bool = False, limit: int = 20, after: int | None = None
    ) -> Page[CodeRecord]:
        self.get_campaign(campaign_id=campaign_id)
        rows = [
            (number, record)
            for number, (owner, record) in enumerate(self.codes.values())
            if owner == campaign_id
            and (after is None or number > after)
            and not (unused and record.uses >= record.max_uses)
        ]
        return _page([record for _, record in rows], limit, [str(number) for number, _ in rows])


def _page[T](rows: list[T], limit: int, cursors: list[str]) -> Page[T]:
    return Page(items=rows[:limit], next=cursors[limit - 1] if len(rows) > limit else None)
