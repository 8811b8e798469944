"""Campaigns, their codes, and who redeemed them."""

from datetime import datetime
from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.contracts.moments import EARLIEST, LATEST
from {{ cookiecutter.namespace }}.service.coupon import codes

a_count = [MinValueValidator(1), MaxValueValidator(1_000_000_000)]  # less than what every database holds
within_reach = [MinValueValidator(EARLIEST), MaxValueValidator(LATEST)]
an_items_name = RegexValidator(
    r"^[a-z0-9]+(?:[-_][a-z0-9]+)*\Z", _("Use lower-case letters, digits, and single - or _ between them.")
)


class Campaign(models.Model):
    """Something is given away for a while. Open from `starts_at` until just before `ends_at`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("name"), max_length=100)
    starts_at = models.DateTimeField(_("starts at"), db_index=True, validators=within_reach)
    ends_at = models.DateTimeField(
        _("ends at"), validators=within_reach, help_text=_("From this moment on, codes are refused.")
    )
    limit_total = models.PositiveIntegerField(
        _("limit for all"),
        null=True,
        blank=True,
        validators=a_count,
        help_text=_("How often its codes may be redeemed altogether. Empty: no limit."),
    )
    limit_per_player = models.PositiveIntegerField(
        _("limit for each player"),
        null=True,
        blank=True,
        default=1,
        validators=a_count,
        help_text=_("How many of its codes one player may redeem. Empty: no limit."),
    )
    active = models.BooleanField(_("active"), default=True, help_text=_("Untick it to pause the campaign at once."))
    # Counted here and not by asking how many rows there are: redeeming must know it, and hold it, in one statement.
    uses = models.PositiveIntegerField(_("redeemed"), default=0, editable=False)
    # Of the request that made it, so that the same one is known again whatever staff change. Empty where staff made it.
    request_digest = models.CharField(max_length=64, blank=True, default="", db_default="", editable=False)

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-starts_at", "id"]
        permissions = [("make_codes", "Can make codes"), ("export_codes", "Can export unused codes")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="campaign_ends_after_it_starts",
                violation_error_message=_("A campaign must end after it starts."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_over(self, now: datetime) -> bool:
        return now >= self.ends_at

    def is_open(self, now: datetime) -> bool:
        return self.active and self.starts_at <= now < self.ends_at


class CampaignItem(models.Model):
    """What each redemption of a campaign gives: so many of one item."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="items", verbose_name=_("campaign"))
    item = models.CharField(_("item"), max_length=64, validators=[an_items_name])
    count = models.PositiveIntegerField(_("count"), validators=[MinValueValidator(1), MaxValueValidator(1_000_000)])

    class Meta:
        verbose_name = _("reward")
        verbose_name_plural = _("rewards")
        ordering = ["item"]
        constraints = [models.UniqueConstraint(fields=["campaign", "item"], name="one_reward_an_item")]

    def __str__(self) -> str:
        return f"{self.count} × {self.item}"


class Batch(models.Model):
    """Codes that were made together. The key is the maker's, and no two batches share one."""

    key = models.UUIDField(_("key"), primary_key=True)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="batches", verbose_name=_("campaign"))
    count = models.PositiveIntegerField(_("count"))
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("batch of codes")
        verbose_name_plural = _("batches of codes")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return str(self.key)


class Code(models.Model):
    """A code, in canonical form. Its uses are counted here, pending ones too."""

    # The index below begins with the campaign and serves for it alone as well.
    campaign = models.ForeignKey(
        Campaign, models.CASCADE, related_name="codes", verbose_name=_("campaign"), db_index=False
    )
    batch = models.ForeignKey(
        Batch, models.SET_NULL, related_name="codes", verbose_name=_("batch of codes"), null=True, editable=False
    )
    code = models.CharField(_("code"), max_length=codes.LONGEST, unique=True)
    max_uses = models.PositiveIntegerField(_("uses allowed"), default=1, validators=a_count)
    uses = models.PositiveIntegerField(_("uses"), default=0, editable=False)

    class Meta:
        verbose_name = _("code")
        verbose_name_plural = _("codes")
        ordering = ["id"]
        indexes = [models.Index(fields=["campaign", "id"], name="codes_of_a_campaign")]
        constraints = [
            # Redeeming counts in one conditional statement. Should somebody break that, this stops the give-away.
            models.CheckConstraint(condition=Q(uses__lte=F("max_uses")), name="code_not_used_too_often"),
        ]

    def __str__(self) -> str:
        return codes.readable(self.code)


class Redemption(models.Model):
    """A code that a player redeemed, or tried to. `player_id` is an id that another service knows."""

    class State(models.TextChoices):
        PENDING = "pending", _("pending")
        COMPLETE = "complete", _("complete")
        REFUSED = "refused", _("refused")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.UUIDField(_("key"), unique=True)
    code = models.ForeignKey(Code, models.PROTECT, related_name="redemptions", verbose_name=_("code"))
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="redemptions", verbose_name=_("campaign"), db_index=False
    )
    player_id = models.UUIDField(_("player"))
    # As they were at that moment: the campaign may change while the items are on their way.
    items = models.JSONField(_("items"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PENDING)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False, db_index=True)
    completed_at = models.DateTimeField(_("completed at"), null=True, editable=False)
    refusal = models.CharField(_("refusal"), max_length=100, blank=True)
    refusal_detail = models.CharField(_("refusal in words"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("redemption")
        verbose_name_plural = _("redemptions")
        ordering = ["-created_at", "-id"]
        permissions = [("complete_redemption", "Can complete pending redemptions")]
        indexes = [
            models.Index(fields=["campaign", "player_id"], name="redeemed_by_player"),
            models.Index(fields=["player_id", "-created_at", "-id"], name="redemptions_of_a_player"),
            models.Index(fields=["created_at", "id"], condition=Q(state="pending"), name="pending_redemptions"),
        ]

    def __str__(self) -> str:
        return str(self.id)
