"""The back office for links: make one, copy its address, see its clicks, switch it off."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from {{ cookiecutter.namespace }}.kit.admin import CountedAdmin, ReadOnlyInline
from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link, ended, working


class StateFilter(admin.SimpleListFilter):
    """What a link does at this moment."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterator[tuple[str, Any]]:
        yield "working", _("leads on")
        yield "ended", _("has ended")
        yield "off", _("switched off")

    def queryset(self, request: HttpRequest, links: QuerySet[Link]) -> QuerySet[Link]:
        match self.value():
            case "working":
                return links.filter(working(timezone.now()))
            case "ended":
                return links.filter(ended(timezone.now()), active=True)
            case "off":
                return links.filter(active=False)
        return links


class ClickDayInline(ReadOnlyInline):
    model = ClickDay
    fields = ["day", "clicks"]


@admin.register(Link)
class LinkAdmin(CountedAdmin):
    list_display = ["slug", "leads_to", "clicks", "works", "expires_at", "short_address"]
    list_filter = [StateFilter, "created_at", "expires_at"]
    search_fields = ["slug__istartswith", "target__icontains"]
    search_help_text = _("the beginning of a short name, or any part of a target")
    date_hierarchy = "created_at"
    fields = ["slug", "target", "active", "expires_at", "short_address", "clicks", "created_at"]
    readonly_fields = ["short_address", "clicks", "created_at"]
    inlines = [ClickDayInline]
    actions = ["switch_off", "switch_on"]

    class Media:
        js = ["link/copy.js"]

    @admin.display(description=_("target"), ordering="target")
    def leads_to(self, link: Link) -> str:
        return Truncator(link.target).chars(40)

    @admin.display(boolean=True, description=_("leads on"))
    def works(self, link: Link) -> bool:
        return link.works_at(timezone.now())

    @admin.display(description=_("short address"))
    def short_address(self, link: Link) -> SafeString | str:
        if link.pk is None:
            return "-"
        return format_html(
            '<a href="{0}">{1}</a> <button type="button" class="button" data-short-address="{0}" data-copied="{2}">'
            "{3}</button>",
            settings.LINK_ORIGIN + link.path,
            link.path,
            _("Copied"),
            _("Copy"),
        )

    @admin.action(permissions=["change"], description=_("Switch the selected links off"))
    def switch_off(self, request: HttpRequest, chosen: QuerySet[Link]) -> None:
        count = chosen.update(active=False)
        self._say(request, ngettext("%d link switched off", "%d links switched off", count) % count)

    @admin.action(permissions=["change"], description=_("Switch the selected links on"))
    def switch_on(self, request: HttpRequest, chosen: QuerySet[Link]) -> None:
        count = chosen.update(active=True)
        self._say(request, ngettext("%d link switched on", "%d links switched on", count) % count)

    def _say(self, request: HttpRequest, message: str) -> None:
        self.message_user(request, message, messages.SUCCESS)

    def get_readonly_fields(self, request: HttpRequest, link: Link | None = None) -> list[str]:
        """A short address that is out in the world stays what it is."""
        return self.readonly_fields if link is None else ["slug", *self.readonly_fields]
