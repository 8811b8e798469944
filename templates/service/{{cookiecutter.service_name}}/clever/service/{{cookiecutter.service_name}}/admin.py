"""The back office for records, to be looked at: they are made by the services that call."""

from django.contrib import admin

from clever.kit.admin import LookedAtAdmin
from clever.service.{{ cookiecutter.service_name }}.models import Record


@admin.register(Record)
class RecordAdmin(LookedAtAdmin):
    list_display = ["title", "player_id", "made_at"]
    search_fields = ["title", "=id", "=player_id"]
    date_hierarchy = "made_at"
