"""What every page of this service has: the visitor's time zone and language, and pages for what goes wrong."""

from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import pgettext

from {{ cookiecutter.namespace }}.contracts.notice import Language
from {{ cookiecutter.namespace }}.service.notice import zones
from {{ cookiecutter.namespace }}.service.notice.languages import language_of


class Page:
    """Mixed into a view, before all others. `section` is the namespace its pages stay in: the board, or staff's."""

    section = "notice"
    request: HttpRequest

    def get_zone(self) -> ZoneInfo:
        """The time zone in which this request is read and answered."""
        return zones.zone_of(self.request)

    @property
    def language(self) -> Language:
        """The language in which this request is answered."""
        return language_of(self.request)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with timezone.override(self.get_zone()):
            try:
                response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # the view's
            except Http404:
                response = render(request, "notice/404.html", self.surroundings(), status=404)
            except PermissionDenied:
                response = render(request, "notice/403.html", self.surroundings(), status=403)
            if isinstance(response, SimpleTemplateResponse):
                response.render()  # now, while the zone is the visitor's; Django would do it after we have left
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    def surroundings(self) -> dict[str, Any]:
        """What the base template needs."""
        zone = str(self.get_zone())
        return {
            "language": self.language,
            "moment": pgettext("how a moment is written", "F j, Y, P"),
            "zone": zone,
            "zone_name": zones.name_of(zone),
            "zones": zones.choices(zone),
            "home": reverse(f"{self.section}:list"),
            "set_language": reverse(f"{self.section}:language"),
            "set_zone": reverse(f"{self.section}:time-zone"),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), **self.surroundings()}  # type: ignore[misc]  # the view's
