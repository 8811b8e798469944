"""The audit of redemptions sees what it is there to see."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from clever.contracts.player import Grant, Item
from clever.contracts.testing.auditing import agreeing, audit
from clever.contracts.testing.coupon import fresh_codes
from clever.service.coupon.local import Client as Coupon
from clever.service.coupon.models import Code, Redemption
from clever.service.player.local import Client as PlayerClient
from clever.service.player.models import Grant as GrantRow
from clever.service.player.models import Player, Possession

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def player_id() -> UUID:
    """A player who has redeemed two of three codes."""
    player = Player.objects.create(vid_id=uuid4(), nickname="졸린 수달")
    first, second, _ = fresh_codes(Coupon(), 3, limit_per_player=None)
    for code in (first, second):
        Coupon().redeem(code=code, player_id=player.id, key=uuid4())
    return player.id


def test_books_that_agree_are_found_to(player_id: UUID) -> None:
    assert audit([player_id]) == agreeing(2)


def test_other_players_books_are_not_looked_at(player_id: UUID) -> None:
    assert audit([uuid4()])["grants"] == 0


def forget(player_id: UUID) -> None:
    """A redemption that has given its items stays pending."""
    Redemption.objects.filter(pk=Redemption.objects.first().pk).update(state="pending")


def lose(player_id: UUID) -> None:
    GrantRow.objects.filter(pk=GrantRow.objects.first().pk).delete()


def give_to_another(player_id: UUID) -> None:
    other = Player.objects.create(vid_id=uuid4(), nickname="용감한 호랑이")
    GrantRow.objects.filter(pk=GrantRow.objects.first().pk).update(player=other)


def give_again_by_another_key(player_id: UUID) -> None:
    grant = Grant(key=uuid4(), items=[Item(item="gem", count=3)])
    PlayerClient().grant_items(player_id=player_id, grant=grant)


def give_again_by_the_same_key(player_id: UUID) -> None:
    Possession.objects.filter(player=player_id).update(count=9)


def use_a_code_up_for_nothing(player_id: UUID) -> None:
    Code.objects.filter(uses=0).update(uses=1)


@pytest.mark.parametrize(
    ("mishap", "seen"),
    [
        (forget, {"redemptions": {"complete": 1, "pending": 1}, "codes": 1, "not on record": 1}),
        (lose, {"grants": 1, "lost": 1}),
        (give_to_another, {"grants": 1, "lost": 1}),
        (give_again_by_another_key, {"grants": 3, "gems": 9, "not on record": 1}),
        (give_again_by_the_same_key, {"gems": 9}),
        (use_a_code_up_for_nothing, {"uses": 3}),
    ],
)
def test_a_mishap_is_seen(player_id: UUID, mishap: Callable[[UUID], None], seen: dict[str, object]) -> None:
    mishap(player_id)

    assert audit([player_id]) == agreeing(2) | seen
