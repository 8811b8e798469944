"""The second time: what a campaign is in JSON, out and in."""

from typing import Any

from .models import Campaign


def to_json(campaign: Campaign) -> dict[str, Any]:
    return {
        "id": campaign.pk,
        "name": campaign.name,
        "starts_at": campaign.starts_at.isoformat(),
        "ends_at": campaign.ends_at.isoformat(),
        "limit_total": campaign.limit_total,
        "active": campaign.active,
    }


def from_json(data: Any, campaign: Campaign | None = None) -> Campaign:
    """A campaign, new or changed, checked and not yet saved. Raises ValidationError, which names the fields."""
    campaign = campaign or Campaign()
    campaign.name = data.get("name")
    campaign.starts_at = data.get("starts_at")
    campaign.ends_at = data.get("ends_at")
    campaign.limit_total = data.get("limit_total")
    campaign.active = data.get("active", True)
    campaign.full_clean()  # also turns text into moments
    return campaign
