"""Reads."""

from uuid import UUID

from django.db.models import F, Q

from {{ cookiecutter.namespace }}.contracts.coupon import (
    CampaignRecord,
    CodeRecord,
    RedemptionRecord,
    UnknownCampaign,
    UnknownRedemption,
)
from {{ cookiecutter.namespace }}.contracts.player import Item
from {{ cookiecutter.namespace }}.kit.paging import Page, page
from {{ cookiecutter.namespace }}.service.coupon.models import Campaign, Code, Redemption


def get_campaign(*, campaign_id: UUID) -> CampaignRecord:
    """One campaign. Raises UnknownCampaign."""
    return as_campaign(find_campaign(campaign_id))


def list_campaigns(*, limit: int = 20, after: UUID | None = None) -> Page[CampaignRecord]:
    """All campaigns, by id."""
    rows = Campaign.objects.order_by("id").prefetch_related("items")
    if after is not None:
        rows = rows.filter(id__gt=after)
    return page(rows, limit=limit, cursor=lambda campaign: campaign.id, item=as_campaign)


def list_codes(
    *, campaign_id: UUID, unused: bool = False, limit: int = 20, after: int | None = None
) -> Page[CodeRecord]:
    """A campaign's codes in the order of their making, all or those with uses left. Raises UnknownCampaign."""
    rows = find_campaign(campaign_id).codes.order_by("id")
    if unused:
        rows = rows.filter(uses__lt=F("max_uses"))
    if after is not None:
        rows = rows.filter(id__gt=after)
    return page(rows, limit=limit, cursor=lambda code: code.id, item=_as_code)


def get_redemption(*, redemption_id: UUID) -> RedemptionRecord:
    """One redemption. Raises UnknownRedemption."""
    return as_redemption(find_redemption(redemption_id))


def list_redemptions(*, player_id: UUID, limit: int = 20, after: UUID | None = None) -> Page[RedemptionRecord]:
    """A player's redemptions, newest first. `after`: the id of the last one seen. Raises UnknownRedemption."""
    rows = Redemption.objects.filter(player_id=player_id).select_related("code").order_by("-created_at", "-id")
    if after is not None:
        last = find_redemption(after)
        older = Q(created_at__lt=last.created_at) | Q(created_at=last.created_at, id__lt=last.id)
        rows = rows.filter(older)
    return page(rows, limit=limit, cursor=lambda redemption: redemption.id, item=as_redemption)


def find_campaign(campaign_id: UUID) -> Campaign:
    """The row of a campaign. Raises UnknownCampaign."""
    campaign = Campaign.objects.filter(pk=campaign_id).first()
    if campaign is None:
        raise UnknownCampaign(f"there is no campaign {campaign_id}")
    return campaign


def find_redemption(redemption_id: UUID) -> Redemption:
    """The row of a redemption, its code with it. Raises UnknownRedemption."""
    redemption = Redemption.objects.select_related("code").filter(pk=redemption_id).first()
    if redemption is None:
        raise UnknownRedemption(f"there is no redemption {redemption_id}")
    return redemption


def as_campaign(campaign: Campaign) -> CampaignRecord:
    """A campaign's row, as the contract speaks of it."""
    return CampaignRecord(
        id=campaign.id,
        name=campaign.name,
        starts_at=campaign.starts_at,
        ends_at=campaign.ends_at,
        items=[Item(item=row.item, count=row.count) for row in campaign.items.all()],
        limit_total=campaign.limit_total,
        limit_per_player=campaign.limit_per_player,
        active=campaign.active,
        uses=campaign.uses,
    )


def as_redemption(redemption: Redemption) -> RedemptionRecord:
    """A redemption's row, as the contract speaks of it."""
    return RedemptionRecord.model_validate(
        {
            "id": redemption.id,
            "campaign_id": redemption.campaign_id,
            "code": redemption.code.code,
            "player_id": redemption.player_id,
            "items": redemption.items,
            "state": redemption.state,
            "created_at": redemption.created_at,
            "completed_at": redemption.completed_at,
            "refusal": redemption.refusal or None,
        }
    )


def _as_code(code: Code) -> CodeRecord:
    return CodeRecord(code=code.code, max_uses=code.max_uses, uses=code.uses)
