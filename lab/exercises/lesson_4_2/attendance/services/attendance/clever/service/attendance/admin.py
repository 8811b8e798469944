"""The back office for records, to be looked at: they are made by the services that call."""

from django.contrib import admin

from clever.kit.admin import LookedAtAdmin
from clever.service.attendance.models import Record


@admin.register(Record)
class RecordAdmin(LookedAtAdmin):
    list_display = ["day", "player_id", "in_a_row"]
    search_fields = ["=id", "=player_id"]
    date_hierarchy = "day"
