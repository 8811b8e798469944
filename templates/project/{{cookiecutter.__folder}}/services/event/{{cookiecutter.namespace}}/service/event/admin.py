"""The back office for events, to be looked at: opening one takes four services, and is asked of the API."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.kit.admin import LookedAtAdmin
from {{ cookiecutter.namespace }}.service.event import queries
from {{ cookiecutter.namespace }}.service.event.models import Event, Participation


@admin.register(Event)
class EventAdmin(LookedAtAdmin):
    list_display = ["title", "starts_at", "ends_at", "parts_of"]
    search_fields = ["title", "=id"]

    @admin.display(description=_("parts"))
    def parts_of(self, event: Event) -> str:
        return ", ".join(f"{name}: {state}" for name, state in queries.as_event(event).parts.items())


@admin.register(Participation)
class ParticipationAdmin(LookedAtAdmin):
    list_display = ["player_id", "event", "points"]
    search_fields = ["=player_id"]
