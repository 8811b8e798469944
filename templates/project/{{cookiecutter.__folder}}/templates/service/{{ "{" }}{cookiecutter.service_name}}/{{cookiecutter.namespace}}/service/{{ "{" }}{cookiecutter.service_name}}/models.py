{{ "{" }}%- import "fields.py" as fields with context -%}
"""Its own facts."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Record(models.Model):
    """Something {{ "{" }}% if fields.has_player %}about a player that was written down. `player_id` is an id that another service knows.{{ "{" }}% else %}that was written down.{{ "{" }}% endif %}"""

    id = models.UUIDField(primary_key=True, editable=False)
{{ "{" }}%- for field in fields.all %}
    {{ "{" }}{ field.name }} = {{ "{" }}{ fields.modelled(field) }}
{{ "{" }}%- endfor %}
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    request_digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("record")
        verbose_name_plural = _("records")
        ordering = ["-made_at", "id"]

    def __str__(self) -> str:
        return {{ "{" }}{ "self." ~ fields.called if fields.called else "str(self.id)" }}
