"""What a record owes to others: calls, each with a key that the callee knows again."""

from uuid import UUID, uuid5

from django.conf import settings

from clever.contracts import connect
from clever.contracts.coupon import CampaignNotOpen, Coupon, NewCampaign, StillPending
from clever.contracts.moments import EARLIEST, LATEST
from clever.contracts.player import Grant, Item, Player
from clever.service.attendance.models import Record

IN_A_ROW = 3  # days, for a reward
CAMPAIGN = UUID("a77e0da7-ce00-4000-8000-000000000003")  # staff can pause it, or look who has had it
REWARD = NewCampaign(
    name="Three days in a row",
    items=[Item(item="gem", count=3)],
    starts_at=EARLIEST,
    ends_at=LATEST,
    limit_per_player=None,  # whoever goes on coming gets it again
)


def keys_of(record: Record) -> dict[str, UUID]:
    """The ids of what a record owes, by the callee's name: always the same ones, so that nothing is given twice."""
    names = ["player", "coupon"] if record.in_a_row % IN_A_ROW == 0 else ["player"]
    return {name: uuid5(record.id, name) for name in names}


def ask_player(*, key: UUID, player_id: UUID) -> None:
    """Have player give its player a stamp, for the day."""
    grant = Grant(key=key, items=[Item(item="stamp", count=1)])
    connect(Player, settings.PLAYER_URL).grant_items(player_id=player_id, grant=grant)


def ask_coupon(*, key: UUID, player_id: UUID) -> None:
    """Have coupon give its player the reward. Each of the three may be sent again."""
    coupon = connect(Coupon, settings.COUPON_URL)
    coupon.put_campaign(campaign_id=CAMPAIGN, new=REWARD)
    [code] = coupon.make_codes(campaign_id=CAMPAIGN, count=1, key=key).codes
    try:
        coupon.redeem(code=code, player_id=player_id, key=key)
    except CampaignNotOpen as paused:  # staff have paused it, and the reward is still owed
        raise StillPending("the campaign of this reward is paused") from paused


CALLS = {"player": ask_player, "coupon": ask_coupon}
