"""Filters of the back office's lists."""

from typing import Any

from django.contrib import admin
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class WindowFilter(admin.SimpleListFilter):
    """Campaigns by where now lies in their window."""

    title = _("window")
    parameter_name = "window"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("open", _("open now")), ("coming", _("not begun")), ("over", _("over"))]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        now = timezone.now()
        match self.value():
            case "open":
                return rows.filter(active=True, starts_at__lte=now, ends_at__gt=now)
            case "coming":
                return rows.filter(starts_at__gt=now)
            case "over":
                return rows.filter(ends_at__lte=now)
        return rows


class CodeUseFilter(admin.SimpleListFilter):
    """Codes by how far they are used up."""

    title = _("use")
    parameter_name = "use"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("unused", _("never used")), ("left", _("uses left")), ("gone", _("used up"))]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        conditions = {"unused": Q(uses=0), "left": Q(uses__lt=F("max_uses")), "gone": Q(uses__gte=F("max_uses"))}
        return rows.filter(conditions.get(self.value() or "", Q()))
