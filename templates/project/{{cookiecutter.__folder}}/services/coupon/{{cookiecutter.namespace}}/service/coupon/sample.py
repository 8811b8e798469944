"""Sample campaigns and their codes: one campaign of each kind that there is.

    campaign  codes           it is
    1         1 to 6,000      open until 2100; each code once, a player as many codes as it likes
    2         6,001 to 7,000  over since February 2026
    3         7,001 to 8,000  not begun, and will not before 2100
    4         8,001 to 9,000  open, and gives 500 times in all
    5         9,001 to 10,000 open, three codes a player; each code works for a hundred players

`sample_id("campaign", 1)` is campaign 1, `sample_code(1)` its first code. Tests and load scenarios that need a code
which nobody has used take one from campaign 1, or make fresh ones for it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from {{ cookiecutter.namespace }}.kit.sample import CAMPAIGNS, CODES, DAY_ONE, Progress, batches, sample_id
from {{ cookiecutter.namespace }}.service.coupon.codes import ALPHABET, LENGTH
from {{ cookiecutter.namespace }}.service.coupon.models import Campaign, CampaignItem, Code

FAR = datetime(2100, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Sample:
    """One sample campaign and the numbers of its codes."""

    name: str
    codes: range
    items: dict[str, int]
    starts_at: datetime = DAY_ONE
    ends_at: datetime = FAR
    limit_total: int | None = None
    limit_per_player: int | None = 1
    max_uses: int = 1


SAMPLES = [
    Sample("어서 오세요 · Welcome", range(1, 6_001), {"gem": 10, "potion": 3}, limit_per_player=None),
    Sample("새해 선물 · New Year", range(6_001, 7_001), {"coin": 2026}, ends_at=DAY_ONE + timedelta(days=31)),
    Sample(
        "22세기 기념 · The 22nd Century",
        range(7_001, 8_001),
        {"map-piece": 1},
        starts_at=FAR,
        ends_at=FAR + timedelta(days=365),
    ),
    Sample("선착순 500명 · First Come, First Served", range(8_001, 9_001), {"iron-sword": 1}, limit_total=500),
    Sample(
        "스트리머 코드 · Streamers' Codes",
        range(9_001, 10_001),
        {"feather": 5, "gem": 1},
        limit_per_player=3,
        max_uses=100,
    ),
]


def sample_code(number: int) -> str:
    """The `number`th sample code, from 1 to 10,000, in canonical form."""
    digits = int.from_bytes(sha256(f"sample code {number}".encode()).digest()[:8])
    return "".join(ALPHABET[digits >> 5 * place & 31] for place in range(LENGTH))


def campaign_of(number: int) -> int:
    """The number of the campaign that the `number`th sample code belongs to."""
    return next(place for place, sample in enumerate(SAMPLES, start=1) if number in sample.codes)


def fill(progress: Progress) -> None:
    """Make the sample campaigns and their codes."""
    for number, sample in enumerate(SAMPLES, start=1):
        campaign = Campaign.objects.create(
            id=sample_id("campaign", number),
            name=sample.name,
            starts_at=sample.starts_at,
            ends_at=sample.ends_at,
            limit_total=sample.limit_total,
            limit_per_player=sample.limit_per_player,
        )
        CampaignItem.objects.bulk_create(
            CampaignItem(campaign=campaign, item=item, count=count) for item, count in sample.items.items()
        )
        progress("campaigns", number, CAMPAIGNS)
    for batch in batches(CODES):
        Code.objects.bulk_create(
            Code(
                campaign_id=sample_id("campaign", campaign_of(number)),
                code=sample_code(number),
                max_uses=SAMPLES[campaign_of(number) - 1].max_uses,
            )
            for number in batch
        )
        progress("codes", batch.stop - 1, CODES)
