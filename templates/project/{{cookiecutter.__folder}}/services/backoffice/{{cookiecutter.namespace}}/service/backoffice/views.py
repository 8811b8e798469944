"""Pages for staff that no single service could have."""

from typing import Any
from uuid import UUID

from django.contrib import admin
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from {{ cookiecutter.namespace }}.contracts.player import UnknownPlayer
from {{ cookiecutter.namespace }}.service.backoffice.players import Reader, find_players, screen_of


class StaffPage(PermissionRequiredMixin, TemplateView):
    """A page in the admin's dress: a stranger is sent to log in, and whoever may not see players is told so."""

    permission_required = "player.view_player"
    login_url = reverse_lazy("admin:login")

    def has_permission(self) -> bool:
        return self.request.user.is_staff and super().has_permission()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**admin.site.each_context(self.request), **kwargs)


class FindPlayer(StaffPage):
    """Players by `?q=`: a player's or device's id, or a nickname's beginning. The only one is shown at once."""

    template_name = "backoffice/players.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        text, reader = request.GET.get("q", "").strip(), Reader()
        found = reader.several("player", lambda: find_players(text)) if text else []
        if len(found) == 1:
            return redirect("backoffice:player", player_id=found[0].pk)
        page = self.get_context_data(title=_("Find a player"), text=text, players=found, away=reader.away)
        return self.render_to_response(page)


class PlayerPage(StaffPage):
    """One player, with what three services know."""

    template_name = "backoffice/player.html"

    def get(self, request: HttpRequest, player_id: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            screen = screen_of(player_id)
        except UnknownPlayer as unknown:
            raise Http404 from unknown
        title = screen.player.nickname if screen.player else str(player_id)
        return self.render_to_response(self.get_context_data(title=title, screen=screen))
