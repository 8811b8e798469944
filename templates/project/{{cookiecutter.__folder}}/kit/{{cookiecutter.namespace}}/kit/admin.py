"""Pieces of an admin that changes nothing by accident."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest


class ReadOnlyInline(admin.TabularInline):
    """Rows of another model, to be looked at."""

    extra = 0
    can_delete = False
    show_change_link = False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """All of them. A form could not be made of those that nobody may edit, and the page would fail."""
        return [str(name) for name in self.fields or ()]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class CountedAdmin(admin.ModelAdmin):
    """For rows whose counts go on while the form is open: a change saves what was changed, and nothing else."""

    def save_model(self, request: HttpRequest, row: Model, form: ModelForm, change: bool) -> None:
        row.save(update_fields=form.changed_data if change else None)


class LookedAtAdmin(admin.ModelAdmin):
    """For rows that come about elsewhere: they are looked at here, and changed where they came about."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, row: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, row: Any = None) -> bool:
        return False
