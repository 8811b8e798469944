"""What vid remembers: that a device exists. Nothing about who holds it."""

from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Vid(models.Model):
    """A device, as far as we know it."""

    class Platform(models.TextChoices):
        IOS = "ios", "iOS"
        ANDROID = "android", "Android"
        OTHER = "other", _("other")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    platform = models.CharField(_("platform"), max_length=10, choices=Platform, default=Platform.OTHER)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False, db_index=True)
    blocked_at = models.DateTimeField(_("blocked at"), null=True, blank=True, editable=False)
    block_reason = models.CharField(_("reason of the block"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("device")
        verbose_name_plural = _("devices")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return str(self.id)
