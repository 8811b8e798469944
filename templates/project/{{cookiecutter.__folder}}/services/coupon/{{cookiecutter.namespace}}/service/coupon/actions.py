"""Writes. Redeeming is reserve, give, settle: two short transactions, and between them a call that takes its time."""

import logging
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts import connect
from {{ cookiecutter.namespace }}.contracts.coupon import (
    AlreadyRedeemed,
    CampaignNotOpen,
    CampaignOver,
    LimitReached,
    RedemptionRecord,
    StillPending,
    UnknownCode,
)
from {{ cookiecutter.namespace }}.contracts.player import Grant, Player, UnknownPlayer
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway, KeyReused, Problem, known_problems
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for, refuse_inside_atomic
from {{ cookiecutter.namespace }}.service.coupon import codes, queries
from {{ cookiecutter.namespace }}.service.coupon.making import create_campaign, make_codes, put_campaign
from {{ cookiecutter.namespace }}.service.coupon.models import Campaign, Code, Redemption

__all__ = ["complete", "create_campaign", "make_codes", "put_campaign", "redeem", "reserve"]

log = logging.getLogger(__name__)
State = Redemption.State


def redeem(*, code: str, player_id: UUID, key: UUID) -> RedemptionRecord:
    """Redeem `code` for a player: reserve it, give its items, say so. Once a key, however often it is called.

    Raises UnknownCode, AlreadyRedeemed, CampaignNotOpen, CampaignOver, LimitReached, UnknownPlayer; KeyReused where the
    key came before with another code or player. Raises CalleeAway or StillPending where the items could not be given
    yet: the redemption stays pending, and the same call or `manage.py complete_pending` finishes it.
    """
    return complete(redemption_id=reserve(code=code, player_id=player_id, key=key))


def reserve(*, code: str, player_id: UUID, key: UUID) -> UUID:
    """Take one use of a code for a player, and put on record that its items are owed. Gives the redemption's id.

    Raises what `redeem` raises, except for what comes of giving the items.
    """
    with atomic_for(Redemption, durable=True):
        redemption = Redemption.objects.select_related("code").filter(key=key).first()
        if redemption is None:
            redemption = _reserve_now(code=code, player_id=player_id, key=key)
        if (redemption.code.code, redemption.player_id) != (codes.canonical(code), player_id):
            raise KeyReused(f"the key {key} came before, with another code or for another player")
    return redemption.id


def complete(*, redemption_id: UUID) -> RedemptionRecord:
    """Give the items of a redemption. Safe to repeat and to do twice at once: the grant's key is the redemption's id.

    Raises UnknownRedemption; the refusal, where it has been refused; CalleeAway or StillPending where it stays pending.
    """
    refuse_inside_atomic("complete was called")
    redemption = queries.find_redemption(redemption_id)
    if redemption.state == State.PENDING:
        try:
            grant = Grant(key=redemption.id, items=redemption.items)
            connect(Player, settings.PLAYER_URL).grant_items(player_id=redemption.player_id, grant=grant)
        except UnknownPlayer as refusal:
            _refuse(redemption, refusal)
        except CalleeAway:
            raise
        except Problem as problem:
            # Our credentials may be wrong, or its release. That is no reason to take a player's code away.
            log.error("player does not take a grant: %s", problem.detail, extra={"redemption": str(redemption.id)})
            raise StillPending(f"the items are owed and will follow; player says: {problem.title}") from problem
        else:
            _settle(redemption, State.COMPLETE, completed_at=timezone.now())
        redemption = queries.find_redemption(redemption_id)  # somebody else may have been quicker
    if redemption.state == State.REFUSED:
        raise known_problems().get(redemption.refusal, Problem)(redemption.refusal_detail)
    return queries.as_redemption(redemption)


def _reserve_now(*, code: str, player_id: UUID, key: UUID) -> Redemption:
    found = Code.objects.select_related("campaign").filter(code=codes.canonical(code)).first()
    if found is None:
        raise UnknownCode(f"there is no code {code!r}")
    items = [item.model_dump() for item in queries.as_campaign(found.campaign).items]
    owed = {"code": found, "campaign": found.campaign, "player_id": player_id, "items": items}
    # The key goes first. Of two requests with one key that come at once, the second waits here for the first's commit;
    # further down it would find the code used up, by itself.
    redemption, first = Redemption.objects.get_or_create(key=key, defaults=owed)
    if first:
        _check_window(found.campaign)
        _take(found, player_id)
    return redemption


def _check_window(campaign: Campaign) -> None:
    now = timezone.now()
    if campaign.is_over(now):
        raise CampaignOver(f"this campaign ended at {campaign.ends_at.isoformat()}")
    if not campaign.is_open(now):
        raise CampaignNotOpen


def _take(code: Code, player_id: UUID) -> None:
    """Count one use. The database compares and counts in one statement, so that two cannot both take the last one."""
    campaign = code.campaign
    if not Code.objects.filter(pk=code.pk, uses__lt=F("max_uses")).update(uses=F("uses") + 1):
        raise AlreadyRedeemed
    within = Q(limit_total=None) | Q(uses__lt=F("limit_total"))
    # From here to the end of the transaction the campaign's row is ours: players of one campaign go one by one.
    if not Campaign.objects.filter(within, pk=campaign.pk).update(uses=F("uses") + 1):
        raise LimitReached("the campaign's codes have been redeemed as often as it allows")
    if campaign.limit_per_player is not None:
        taken = Redemption.objects.filter(campaign=campaign, player_id=player_id).exclude(state=State.REFUSED)
        if taken.count() > campaign.limit_per_player:  # this one is among them
            raise LimitReached(f"a player may redeem {campaign.limit_per_player} of this campaign's codes")


def _refuse(redemption: Redemption, refusal: Problem) -> None:
    """Put the refusal on record and give the use back."""
    with atomic_for(Redemption):
        if _settle(redemption, State.REFUSED, refusal=refusal.type(), refusal_detail=refusal.detail[:300]):
            Code.objects.filter(pk=redemption.code_id).update(uses=F("uses") - 1)
            Campaign.objects.filter(pk=redemption.campaign_id).update(uses=F("uses") - 1)


def _settle(redemption: Redemption, state: State, **values: object) -> bool:
    """End the waiting, unless somebody else has ended it."""
    with atomic_for(Redemption):
        waiting = Redemption.objects.filter(pk=redemption.pk, state=State.PENDING)
        return waiting.update(state=state, **values) == 1
