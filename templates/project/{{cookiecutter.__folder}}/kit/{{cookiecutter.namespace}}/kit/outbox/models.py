"""What is owed."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Promise(models.Model):
    """A call of another service that will be made, until it has succeeded or been refused."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        KEPT = "kept", _("kept")
        REFUSED = "refused", _("refused")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    what = models.CharField(_("what"), max_length=200, editable=False)  # a function, by its dotted path
    about = models.JSONField(_("about"), default=dict, editable=False)  # its arguments; empty once it is kept
    request_id = models.CharField(_("request"), max_length=64, blank=True, editable=False)  # in which it was promised
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN, editable=False)
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("due at"), editable=False)
    ended_at = models.DateTimeField(_("ended at"), null=True, editable=False)
    attempts = models.PositiveIntegerField(_("attempts"), default=0, editable=False)
    complaint = models.CharField(_("what the last attempt came to"), max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        ordering = ["-made_at", "id"]
        permissions = [("keep_promise", "Can have a promise kept now")]
        indexes = [models.Index(fields=["due_at"], condition=Q(state="open"), name="promises_that_are_due")]

    def __str__(self) -> str:
        return f"{self.what.rpartition('.')[2]} {self.id}"
