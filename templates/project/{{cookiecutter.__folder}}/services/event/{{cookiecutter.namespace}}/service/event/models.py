"""Its own facts: which events there are, and who has made how many points. All else is other services'."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """Something that is going on from `starts_at` until just before `ends_at`."""

    id = models.UUIDField(primary_key=True, editable=False)
    title = models.CharField(_("title"), max_length=120)
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    token = models.CharField(_("token"), max_length=64)
    goals = models.JSONField(_("goals"))
    request_digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_at", "id"]

    def __str__(self) -> str:
        return self.title


class Participation(models.Model):
    """A player in an event. `player_id` is an id that another service knows."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="participations", verbose_name=_("event"))
    player_id = models.UUIDField(_("player"))
    points = models.PositiveIntegerField(_("points"), default=0)

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["-points", "id"]
        constraints = [models.UniqueConstraint("event", "player_id", name="once_in_an_event")]

    def __str__(self) -> str:
        return str(self.player_id)


class Progress(models.Model):
    """Points that were reported, so that the same report counts once."""

    key = models.UUIDField(_("key"), primary_key=True)
    participation = models.ForeignKey(Participation, models.PROTECT, verbose_name=_("participation"))
    points = models.PositiveIntegerField(_("points"))

    def __str__(self) -> str:
        return str(self.key)
