"""Notices, and their texts in each language."""

from datetime import datetime
from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from {{ cookiecutter.namespace }}.contracts.moments import EARLIEST, LATEST

within_reach = [MinValueValidator(EARLIEST), MaxValueValidator(LATEST)]


class State(models.TextChoices):
    """Where a notice stands at some moment."""

    SCHEDULED = "scheduled", pgettext_lazy("state of a notice", "scheduled")
    LIVE = "live", pgettext_lazy("state of a notice", "live")
    OVER = "over", pgettext_lazy("state of a notice", "over")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a notice", "withdrawn")


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices by where they stand. A window is half-open: its first moment is in it, its last is not."""

    def in_state(self, state: State, at: datetime) -> "NoticeQuerySet":
        """The notices that are in `state` at a moment. Each notice is in exactly one state."""
        if state is State.WITHDRAWN:
            return self.filter(withdrawn_at__isnull=False)
        if state is State.SCHEDULED:
            return self.filter(withdrawn_at=None, publish_from__gt=at)
        if state is State.OVER:
            return self.filter(withdrawn_at=None, publish_until__lte=at)
        not_over = Q(publish_until=None) | Q(publish_until__gt=at)
        return self.filter(not_over, withdrawn_at=None, publish_from__lte=at)

    def live(self) -> "NoticeQuerySet":
        """What is to be seen now."""
        return self.in_state(State.LIVE, timezone.now())


class Notice(models.Model):
    """Something to tell, from `publish_from` on and before `publish_until`, or without end where that is empty."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    pinned = models.BooleanField(_("pinned"), default=False, help_text=_("Stays above the others."))
    publish_from = models.DateTimeField(_("publish from"), default=timezone.now, validators=within_reach)
    publish_until = models.DateTimeField(
        _("publish until"),
        null=True,
        blank=True,
        validators=within_reach,
        help_text=_("No longer shown at this time. Empty: without end."),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    author = models.CharField(_("author"), max_length=60)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)
    # What a service sent, so that the same request sent again can be told from another one; staff edit the rest.
    request_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-pinned", "-publish_from", "-id"]
        indexes = [models.Index(fields=["-pinned", "-publish_from", "-id"], name="notice_board_order")]
        constraints = [
            models.CheckConstraint(
                condition=Q(publish_until=None) | Q(publish_until__gt=F("publish_from")),
                name="ends_after_it_begins",
                violation_error_message=_("It must end after it begins."),
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    def state_at(self, moment: datetime) -> State:
        """The same answer as `in_state`, for a row that is in hand."""
        if self.withdrawn_at is not None:
            return State.WITHDRAWN
        if moment < self.publish_from:
            return State.SCHEDULED
        if self.publish_until is not None and self.publish_until <= moment:
            return State.OVER
        return State.LIVE

    @property
    def state(self) -> State:
        """Where it stands now."""
        return self.state_at(timezone.now())


class NoticeTranslation(models.Model):
    """A notice's text in one language."""

    class Language(models.TextChoices):
        KOREAN = "ko", _("Korean")
        ENGLISH = "en", _("English")

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="translations", verbose_name=_("notice"))
    language = models.CharField(_("language"), max_length=2, choices=Language)
    title = models.CharField(_("title"), max_length=120)
    body = models.TextField(pgettext_lazy("of a notice", "text"), max_length=20_000)

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        ordering = ["-language"]  # Korean first: most of our players read it
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "language"],
                name="one_text_a_language",
                violation_error_message=_("There is a text in this language already."),
            )
        ]

    def __str__(self) -> str:
        return self.title
