"""Links and their clicks."""

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.contracts.link import LONGEST_TARGET
from {{ cookiecutter.namespace }}.service.link.slugs import new_slug
from {{ cookiecutter.namespace }}.service.link.validators import validate_slug, validate_target


def ended(now: datetime) -> models.Q:
    """Links whose time is over at `now`."""
    return models.Q(expires_at__lte=now)


def working(now: datetime) -> models.Q:
    """Links that lead on at `now`."""
    return models.Q(active=True) & (models.Q(expires_at=None) | models.Q(expires_at__gt=now))


class Link(models.Model):
    """A short address. `clicks` is only ever added to, in the database, by whoever follows it."""

    slug = models.CharField(
        _("short name"),
        max_length=40,
        unique=True,
        default=new_slug,
        validators=[validate_slug],
        help_text=_("The end of the short address. It cannot be changed later: it may be printed somewhere."),
    )
    target = models.CharField(
        _("target"),
        max_length=LONGEST_TARGET,
        validators=[validate_target],
        help_text=_("An http or https address, or a path on this site, such as /board/."),
    )
    active = models.BooleanField(_("switched on"), default=True)
    expires_at = models.DateTimeField(_("ends at"), null=True, blank=True, help_text=_("Empty: never."))
    clicks = models.PositiveBigIntegerField(_("clicks"), default=0, editable=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False, db_index=True)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["-created_at", "slug"]

    def __str__(self) -> str:
        return self.slug

    @property
    def path(self) -> str:
        """The path at which people follow this link."""
        return f"/l/{self.slug}"

    def ended_by(self, now: datetime) -> bool:
        """Whether its time is over at `now`."""
        return self.expires_at is not None and self.expires_at <= now

    def works_at(self, now: datetime) -> bool:
        """Whether it leads on at `now`."""
        return self.active and not self.ended_by(now)


class ClickDay(models.Model):
    """How often a link was followed on one day, in the publisher's time zone."""

    link = models.ForeignKey(Link, models.CASCADE, related_name="days", verbose_name=_("link"))
    day = models.DateField(_("day"))
    clicks = models.PositiveBigIntegerField(_("clicks"), default=0)

    class Meta:
        verbose_name = _("clicks of a day")
        verbose_name_plural = _("clicks by day")
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["link", "day"], name="one_count_a_link_and_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.clicks}"
