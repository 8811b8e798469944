"""The first time that we say what a campaign is."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q


class Campaign(models.Model):
    name = models.CharField(max_length=100)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(help_text="From this moment on, codes are refused.")
    limit_total = models.PositiveIntegerField(null=True, blank=True, validators=[MinValueValidator(1)])
    active = models.BooleanField(default=True)

    objects: ClassVar[models.Manager["Campaign"]] = models.Manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="ends_after_it_starts",
                violation_error_message="A campaign must end after it starts.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
