"""An event's page: its own facts, and what four services say, all asked at the same time."""

from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings

from {{ cookiecutter.namespace }}.contracts import connect
from {{ cookiecutter.namespace }}.contracts.archive import Archive
from {{ cookiecutter.namespace }}.contracts.coupon import Coupon
from {{ cookiecutter.namespace }}.contracts.event import EventPage
from {{ cookiecutter.namespace }}.contracts.notice import Language, Notice
from {{ cookiecutter.namespace }}.contracts.player import Player, UnknownPlayer
from {{ cookiecutter.namespace }}.kit.calling import asking
from {{ cookiecutter.namespace }}.kit.problems import NotFound, Problem
from {{ cookiecutter.namespace }}.service.event import queries
from {{ cookiecutter.namespace }}.service.event.owed import key_of


def get_page(*, event_id: UUID, language: Language, player_id: UUID | None = None) -> EventPage:
    """An event as a page shows it, to a player or to anybody. Raises UnknownEvent, UnknownPlayer."""
    row = queries.find_event(event_id)
    event = queries.as_event(row)
    notice, coupon = connect(Notice, settings.NOTICE_URL), connect(Coupon, settings.COUPON_URL)
    calls: dict[str, Any] = {"announcement": partial(notice.get_notice, notice_id=event_id, language=language)}
    if "banner" in event.parts:
        calls["banner"] = partial(connect(Archive, settings.ARCHIVE_URL).get_file, file_id=event_id)
    if player_id:
        calls["player"] = partial(connect(Player, settings.PLAYER_URL).get_player, player_id=player_id)
    for goal in event.goals:
        name = f"rewards.{goal.name}"
        calls[name] = partial(coupon.get_campaign, campaign_id=key_of(event_id, name))

    with asking(**calls) as answers:  # and while they are waited for:
        standing = queries.get_standing(event=row, player_id=player_id) if player_id else None

    if isinstance(unknown := answers.get("player"), UnknownPlayer):
        raise unknown
    told = {name: answer for name, answer in answers.items() if not isinstance(answer, Problem)}
    # What is not there yet, or no more, is not missing: an announcement is seen from the event's begin to its end.
    missing = [name for name in calls if name not in told and not isinstance(answers[name], NotFound)]
    rewards = {name.partition(".")[2]: told.pop(name) for name in list(told) if name.startswith("rewards.")}
    return EventPage(event=event, rewards=rewards, standing=standing, missing=missing, **told)
