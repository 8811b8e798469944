"""Its own facts."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Record(models.Model):
    """A player was there on a day. `player_id` is an id that another service knows."""

    id = models.UUIDField(primary_key=True, editable=False)
    player_id = models.UUIDField(_("player"))
    day = models.DateField(_("day"))
    in_a_row = models.PositiveIntegerField(_("days in a row"), editable=False)
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("record")
        verbose_name_plural = _("records")
        ordering = ["-made_at", "id"]
        constraints = [models.UniqueConstraint(fields=["player_id", "day"], name="one_record_a_day")]

    def __str__(self) -> str:
        return f"{self.player_id} {self.day}"
