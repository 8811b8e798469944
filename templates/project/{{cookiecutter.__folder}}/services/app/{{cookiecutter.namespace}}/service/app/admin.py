"""The back office for titles and their versions."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from {{ cookiecutter.namespace }}.service.app.models import Title, Version


class VersionInline(admin.TabularInline):
    """What is out, and what must be updated to. New versions are made on a page of their own, with their file."""

    model = Version
    fields = ["platform", "number", "released_at", "required", "file"]
    readonly_fields = ["platform", "number", "file"]
    extra = 0
    can_delete = False
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Version]:
        return super().get_queryset(request).select_related("title", "file")

    def has_add_permission(self, request: HttpRequest, title: Any = None) -> bool:
        return False


@admin.register(Title)
class TitleAdmin(admin.ModelAdmin):
    list_display = ["name", "slug", "count"]
    search_fields = ["name__icontains", "slug__istartswith"]
    search_help_text = _("a part of a name, or the beginning of a short name")
    inlines = [VersionInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Title]:
        return super().get_queryset(request).annotate(count=Count("versions"))

    @admin.display(description=_("versions"), ordering="count")
    def count(self, title: Title) -> int:
        number: int = title.count  # type: ignore[attr-defined]  # annotated by get_queryset
        return number

    def get_readonly_fields(self, request: HttpRequest, title: Title | None = None) -> list[str]:
        """Games that are out in the world ask by this name."""
        return [] if title is None else ["slug"]


@admin.register(Version)
class VersionAdmin(admin.ModelAdmin):
    list_display = ["title", "platform", "number", "released_at", "required", "file"]
    list_display_links = ["number"]
    list_select_related = ["title", "file"]
    list_filter = ["title", "platform", "required", "released_at"]
    search_fields = ["number__startswith", "title__name__icontains", "title__slug__istartswith"]
    search_help_text = _("the beginning of a number, or a title")
    date_hierarchy = "released_at"
    fields = ["title", "platform", "number", "released_at", "required", "file"]
    autocomplete_fields = ["file"]
    actions = ["require", "release_from_duty"]

    @admin.action(permissions=["change"], description=_("Mark the selected versions as required updates"))
    def require(self, request: HttpRequest, chosen: QuerySet[Version]) -> None:
        count = chosen.update(required=True)
        self._say(request, ngettext("%d version is required now", "%d versions are required now", count) % count)

    @admin.action(permissions=["change"], description=_("Mark the selected versions as not required"))
    def release_from_duty(self, request: HttpRequest, chosen: QuerySet[Version]) -> None:
        count = chosen.update(required=False)
        message = ngettext("%d version is not required any more", "%d versions are not required any more", count)
        self._say(request, message % count)

    def _say(self, request: HttpRequest, message: str) -> None:
        self.message_user(request, message, messages.SUCCESS)

    def get_readonly_fields(self, request: HttpRequest, version: Version | None = None) -> list[str]:
        """What a version is stays; what is said of it may change."""
        return [] if version is None else ["title", "platform", "number"]
