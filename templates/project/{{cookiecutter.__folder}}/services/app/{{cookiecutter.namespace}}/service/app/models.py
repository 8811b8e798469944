"""Titles and their versions."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from {{ cookiecutter.namespace }}.service.app.numbers import rank_of
from {{ cookiecutter.namespace }}.service.app.validators import validate_number, validate_slug
from {{ cookiecutter.namespace }}.service.archive.models import File


class Title(models.Model):
    """A game that we publish."""

    slug = models.CharField(_("short name"), max_length=40, unique=True, validators=[validate_slug])
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        verbose_name = pgettext_lazy("game", "title")
        verbose_name_plural = pgettext_lazy("game", "titles")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name


class Version(models.Model):
    """A version of a title on one platform. `rank` is its number as one integer, by which versions are sorted."""

    class Platform(models.TextChoices):
        IOS = "ios", "iOS"
        ANDROID = "android", "Android"

    title = models.ForeignKey(
        Title, models.PROTECT, related_name="versions", verbose_name=pgettext_lazy("game", "title")
    )
    platform = models.CharField(_("platform"), max_length=10, choices=Platform)
    number = models.CharField(_("number"), max_length=17, validators=[validate_number], help_text=_("such as 1.4.2"))
    rank = models.PositiveBigIntegerField(editable=False)
    required = models.BooleanField(
        _("required"), default=False, help_text=_("Games that are older must update before they can be played.")
    )
    released_at = models.DateTimeField(_("released at"))
    # The archive lives in the same database, so this may be a foreign key: nobody deletes a file that players fetch.
    file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file"))

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["title", "platform", "-rank"]
        indexes = [models.Index(fields=["title", "platform", "rank"], name="version_by_rank")]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "platform", "number"],
                name="one_version_a_number",
                violation_error_message=_("This title has that version already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number} ({self.get_platform_display()})"

    def save(self, **kwargs: Any) -> None:
        """Save, with the rank that belongs to the number."""
        self.rank = rank_of(self.number)
        super().save(**kwargs)
