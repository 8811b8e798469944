"""Its own facts."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Record(models.Model):
    """Something about a player that was written down. `player_id` is an id that another service knows."""

    id = models.UUIDField(primary_key=True, editable=False)
    player_id = models.UUIDField(_("player"))
    title = models.CharField(_("title"), max_length=200)
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    request_digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("record")
        verbose_name_plural = _("records")
        ordering = ["-made_at", "id"]

    def __str__(self) -> str:
        return self.title
