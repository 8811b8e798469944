"""Callers, what each may call, and who has changed it."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

a_name = RegexValidator(
    r"^[a-z0-9]+(?:[-_][a-z0-9]+)*\Z", _("Use lower-case letters, digits, and single - or _ between them.")
)
an_operation = RegexValidator(
    r"^(?:\*|[A-Z]+ /\S*)\Z",
    _("Write a method and a route, such as GET /api/player/players/<uuid:player_id>, or * for everything."),
)


class Caller(models.Model):
    """Someone who proves by a secret who it is. The secret is nowhere: its SHA-256 is enough to recognise it."""

    name = models.CharField(_("name"), max_length=64, unique=True, validators=[a_name])
    digest = models.CharField(_("digest of the secret"), max_length=64, editable=False)
    # What `seed_permits` put there last. As long as the seed says the same, it does not undo what people have done.
    seed = models.CharField(_("digest in the seed"), max_length=64, blank=True, editable=False)
    active = models.BooleanField(_("active"), default=True, editable=False)
    added_at = models.DateTimeField(_("added at"), default=timezone.now, editable=False)
    rotated_at = models.DateTimeField(_("secret made at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("caller")
        verbose_name_plural = _("callers")
        ordering = ["name"]
        permissions = [("rotate_secret", "Can make new secrets"), ("switch_caller", "Can disable and enable callers")]

    def __str__(self) -> str:
        return self.name


class Permit(models.Model):
    """One operation of one service that a caller may call. Whatever has no permit is denied."""

    caller = models.ForeignKey(
        Caller, models.CASCADE, related_name="permits", verbose_name=_("caller"), db_index=False
    )  # the constraint below begins with the caller, and serves for it alone as well
    service = models.CharField(_("service"), max_length=64, validators=[a_name])
    operation = models.CharField(
        _("operation"),
        max_length=300,
        validators=[an_operation],
        help_text=_("A method and a route, such as GET /api/player/players/<uuid:player_id>; * is all of the service."),
    )

    class Meta:
        verbose_name = _("permit")
        verbose_name_plural = _("permits")
        ordering = ["caller__name", "service", "operation"]
        constraints = [models.UniqueConstraint(fields=["caller", "service", "operation"], name="one_permit_each")]

    def __str__(self) -> str:
        return f"{self.service} {self.operation}"


class AuditEntry(models.Model):
    """Somebody changed something. Plain text, so that it outlives what it speaks of; no secret, and no digest.

    What was denied is not in here but in the log, a line each: a flood of wrong calls would fill the disk otherwise.
    """

    class What(models.TextChoices):
        ADDED = "added", _("added the caller")
        ROTATED = "rotated", _("made a new secret")
        DISABLED = "disabled", _("disabled the caller")
        ENABLED = "enabled", _("enabled the caller")
        GRANTED = "granted", _("granted")
        REVOKED = "revoked", _("revoked")

    at = models.DateTimeField(_("at"), default=timezone.now, editable=False, db_index=True)
    by = models.CharField(_("by"), max_length=150)
    what = models.CharField(_("what"), max_length=10, choices=What)
    caller = models.CharField(_("caller"), max_length=64, db_index=True)
    service = models.CharField(_("service"), max_length=64, blank=True)
    operation = models.CharField(_("operation"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("entry of the audit log")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.by}: {self.what} {self.caller} {self.service} {self.operation}".rstrip()
