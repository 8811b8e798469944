"""Players, what they own, and what they were given."""

from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Player(models.Model):
    """Somebody who plays. `vid_id` names a device that another service knows: an id, not a foreign key."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    vid_id = models.UUIDField(_("device"), db_index=True)
    nickname = models.CharField(_("nickname"), max_length=40)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False, db_index=True)

    class Meta:
        verbose_name = _("player")
        verbose_name_plural = _("players")
        ordering = ["-created_at", "id"]

    def __str__(self) -> str:
        return self.nickname


class Possession(models.Model):
    """How many of one item a player owns."""

    player = models.ForeignKey(Player, models.CASCADE, related_name="possessions", verbose_name=_("player"))
    item = models.CharField(_("item"), max_length=64)
    count = models.PositiveBigIntegerField(_("count"))

    class Meta:
        verbose_name = _("possession")
        verbose_name_plural = _("possessions")
        ordering = ["item"]
        constraints = [models.UniqueConstraint(fields=["player", "item"], name="one_possession_an_item")]

    def __str__(self) -> str:
        return f"{self.count} × {self.item}"


class Grant(models.Model):
    """Items that were given once. The key is the giver's, and no two grants share one."""

    key = models.UUIDField(_("key"), primary_key=True)
    player = models.ForeignKey(Player, models.PROTECT, related_name="grants", verbose_name=_("player"))
    items = models.JSONField(_("items"))
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False, db_index=True)

    class Meta:
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return str(self.key)
