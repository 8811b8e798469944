"""The HTTP API: parse, call, answer; nothing else."""

from typing import Annotated
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from {{ cookiecutter.namespace }}.contracts import connect
from {{ cookiecutter.namespace }}.contracts.coupon import (
    CampaignRecord,
    CodeBatch,
    CodeRecord,
    MakeCodes,
    NewCampaign,
    Redeem,
    RedemptionRecord,
)
from {{ cookiecutter.namespace }}.contracts.player import Player
from {{ cookiecutter.namespace }}.kit.callers import Kind, caller_of, device_or_service, service
from {{ cookiecutter.namespace }}.kit.keys import IdempotencyKey
from {{ cookiecutter.namespace }}.kit.paging import Limit, Page
from {{ cookiecutter.namespace }}.service.coupon import actions, queries

router = Router(tags=["coupon"])

After = Annotated[int, Field(ge=0, le=2**63 - 1)]


@router.post("/redemptions", response=RedemptionRecord, auth=device_or_service)
def redeem(request: HttpRequest, key: IdempotencyKey, body: Redeem) -> RedemptionRecord:
    """Redeem a code: a device for its own player, a service for anyone. Safe to send again with the same key."""
    _must_own(request, body.player_id)
    return actions.redeem(code=body.code, player_id=body.player_id, key=key)


@router.get("/redemptions", response=Page[RedemptionRecord], auth=device_or_service)
def list_redemptions(
    request: HttpRequest, player_id: UUID, limit: Limit = 20, after: UUID | None = None
) -> Page[RedemptionRecord]:
    """A player's redemptions, the newest first."""
    _must_own(request, player_id)
    return queries.list_redemptions(player_id=player_id, limit=limit, after=after)


@router.get("/redemptions/{redemption_id}", response=RedemptionRecord, auth=device_or_service)
def get_redemption(request: HttpRequest, redemption_id: UUID) -> RedemptionRecord:
    """One redemption."""
    redemption = queries.get_redemption(redemption_id=redemption_id)
    _must_own(request, redemption.player_id)
    return redemption


@router.get("/campaigns", response=Page[CampaignRecord], auth=service)
def list_campaigns(request: HttpRequest, limit: Limit = 20, after: UUID | None = None) -> Page[CampaignRecord]:
    """All campaigns, by id."""
    return queries.list_campaigns(limit=limit, after=after)


@router.post("/campaigns", response={201: CampaignRecord}, auth=service)
def create_campaign(request: HttpRequest, new: NewCampaign) -> Status[CampaignRecord]:
    """Make a campaign. It has no codes yet."""
    return Status(201, actions.create_campaign(new=new))


@router.put("/campaigns/{campaign_id}", response=CampaignRecord, auth=service)
def put_campaign(request: HttpRequest, campaign_id: UUID, new: NewCampaign) -> CampaignRecord:
    """Make a campaign. The id in the address, which the caller chooses, makes it safe to send again."""
    return actions.put_campaign(campaign_id=campaign_id, new=new)


@router.get("/campaigns/{campaign_id}", response=CampaignRecord, auth=service)
def get_campaign(request: HttpRequest, campaign_id: UUID) -> CampaignRecord:
    """One campaign."""
    return queries.get_campaign(campaign_id=campaign_id)


@router.post("/campaigns/{campaign_id}/codes", response={201: CodeBatch}, auth=service)
def make_codes(request: HttpRequest, campaign_id: UUID, key: IdempotencyKey, body: MakeCodes) -> Status[CodeBatch]:
    """Make single-use codes. Safe to send again with the same key: it makes no more, and answers with the same ones."""
    return Status(201, actions.make_codes(campaign_id=campaign_id, count=body.count, key=key))


@router.get("/campaigns/{campaign_id}/codes", response=Page[CodeRecord], auth=service)
def list_codes(
    request: HttpRequest, campaign_id: UUID, unused: bool = False, limit: Limit = 20, after: After | None = None
) -> Page[CodeRecord]:
    """A campaign's codes in the order of their making: all, or with `unused` those that have uses left."""
    return queries.list_codes(campaign_id=campaign_id, unused=unused, limit=limit, after=after)


def _must_own(request: HttpRequest, player_id: UUID) -> None:
    # A service is not asked, so that it does not pay for a question that the grant answers anyway.
    caller = caller_of(request)
    if caller.kind is Kind.DEVICE:
        caller.must_own(connect(Player, settings.PLAYER_URL).get_player(player_id=player_id).vid_id)
