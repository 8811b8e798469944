"""At least one row of every model, each written to the database that it lives in."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db.models import Model
from django.utils import timezone

from {{ cookiecutter.namespace }}.service.app.models import Title, Version
from {{ cookiecutter.namespace }}.service.archive.models import File
from {{ cookiecutter.namespace }}.service.coupon.models import Batch, Campaign, CampaignItem, Code, Redemption
from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link
from {{ cookiecutter.namespace }}.service.notice.models import Notice, NoticeTranslation
from {{ cookiecutter.namespace }}.service.permitter.models import AuditEntry, Caller, Permit
from {{ cookiecutter.namespace }}.service.player.models import Grant, Player, Possession
from {{ cookiecutter.namespace }}.service.vid.models import Vid

ITEMS = [{"item": "gem", "count": 3}]


def make_world() -> dict[type[Model], Any]:
    """A row of every model, by its model."""
    now = timezone.now()
    vid = Vid.objects.create(platform="ios")
    player = Player.objects.create(vid_id=vid.pk, nickname="Otter")
    campaign = Campaign.objects.create(name="Spring", starts_at=now, ends_at=now + timedelta(days=1))
    batch = Batch.objects.create(key=uuid4(), campaign=campaign, count=1)
    code = Code.objects.create(campaign=campaign, batch=batch, code="SPRING2026")
    redemption = Redemption.objects.create(
        key=uuid4(), code=code, campaign=campaign, player_id=player.pk, items=ITEMS, state="pending"
    )
    notice = Notice.objects.create(author="Ada")
    link = Link.objects.create(slug="spring", target="/board/")
    file = File.objects.create(name="otter.png", content="otter.png", size=1, sha256="0" * 64, content_type="image/png")
    title = Title.objects.create(slug="otter", name="Otter")
    caller = Caller.objects.create(name="coupon", digest="0" * 64)
    rows = [
        vid,
        player,
        Possession.objects.create(player=player, item="gem", count=12),
        Grant.objects.create(key=uuid4(), player=player, items=ITEMS),
        campaign,
        CampaignItem.objects.create(campaign=campaign, item="gem", count=3),
        batch,
        code,
        redemption,
        notice,
        NoticeTranslation.objects.create(notice=notice, language="en", title="Otters", body="Many."),
        link,
        ClickDay.objects.create(link=link, day=now.date(), clicks=2),
        file,
        title,
        Version.objects.create(title=title, platform="ios", number="1.0.0", released_at=now, file=file),
        caller,
        Permit.objects.create(caller=caller, service="player", operation="*"),
        AuditEntry.objects.create(by="tests", what="added", caller="coupon"),
    ]
    return {type(row): row for row in rows}
