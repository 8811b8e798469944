"""What an event owes: calls of the four services that it is made of, each with a key that the callee knows again."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings

from {{ cookiecutter.namespace }}.contracts import connect
from {{ cookiecutter.namespace }}.contracts.archive import Archive
from {{ cookiecutter.namespace }}.contracts.coupon import CampaignNotOpen, Coupon, NewCampaign, StillPending, UnknownCampaign
from {{ cookiecutter.namespace }}.contracts.event import NewBanner, NewEvent
from {{ cookiecutter.namespace }}.contracts.moments import LATEST
from {{ cookiecutter.namespace }}.contracts.notice import NewNotice, Notice
from {{ cookiecutter.namespace }}.contracts.player import Grant, Player

LATER = timedelta(days=365)  # after an event's end, for rewards that could not be given in time
EARLIER = timedelta(days=1)  # before its begin: two services' clocks may differ


def key_of(event_id: UUID, *what: object) -> UUID:
    """The id of something that belongs to an event: always the same one, so that nothing is made twice."""
    return uuid5(event_id, ".".join(map(str, what)))


def parts_of(event_id: UUID, new: NewEvent) -> dict[str, tuple[Any, dict[str, Any]]]:
    """What has to be made elsewhere, by name: the call, and what it is about."""
    window: dict[str, Any] = {"publish_from": new.starts_at, "publish_until": new.ends_at}
    notice = NewNotice(translations=new.announcement, author="Events", **window)
    parts: dict[str, tuple[Any, dict[str, Any]]] = {"announcement": (announce, {"notice_id": event_id, "new": notice})}
    if new.banner:
        parts["banner"] = upload_banner, {"file_id": event_id, "banner": new.banner}
    for goal in new.goals:
        campaign: dict[str, Any] = {"name": f"{new.title[:60]} · {goal.name[:36]}", "items": goal.items}
        campaign |= {"starts_at": new.starts_at - EARLIER, "ends_at": min(new.ends_at + LATER, LATEST)}
        about = {"campaign_id": key_of(event_id, f"rewards.{goal.name}"), "new": campaign}
        parts[f"rewards.{goal.name}"] = open_campaign, about
    return parts


def upload_banner(*, file_id: UUID, banner: NewBanner) -> None:
    connect(Archive, settings.ARCHIVE_URL).upload(file_id=file_id, **dict(banner))


def announce(*, notice_id: UUID, new: NewNotice) -> None:
    connect(Notice, settings.NOTICE_URL).create_notice(notice_id=notice_id, new=new)


def open_campaign(*, campaign_id: UUID, new: NewCampaign) -> None:
    connect(Coupon, settings.COUPON_URL).put_campaign(campaign_id=campaign_id, new=new)


def give_tokens(*, player_id: UUID, grant: Grant) -> None:
    connect(Player, settings.PLAYER_URL).grant_items(player_id=player_id, grant=grant)


def give_reward(*, campaign_id: UUID, player_id: UUID, key: UUID) -> None:
    coupon = connect(Coupon, settings.COUPON_URL)
    try:
        [code] = coupon.make_codes(campaign_id=campaign_id, count=1, key=key).codes
        coupon.redeem(code=code, player_id=player_id, key=key)
    except (UnknownCampaign, CampaignNotOpen) as early:  # it is promised as well, or staff have paused it
        raise StillPending("the campaign of this reward is not open yet") from early
