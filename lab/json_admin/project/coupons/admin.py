"""Django's admin on the model: the whole of it."""

from django.contrib import admin

from .models import Campaign


@admin.register(Campaign)
class CampaignAdmin(admin.ModelAdmin):
    search_fields = ["name"]
    list_display = [
        "name",
        "starts_at",
        "ends_at",
        "limit_total",
        "active",
    ]
