"""The public board."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import FormView, ListView, TemplateView, View

from {{ cookiecutter.namespace }}.contracts.notice import NoticeRecord, UnknownNotice
from {{ cookiecutter.namespace }}.service.notice import queries, zones
from {{ cookiecutter.namespace }}.service.notice.forms import TimeZoneForm
from {{ cookiecutter.namespace }}.service.notice.pages import Page


class Board(Page, ListView):
    """What is to be seen now, pinned ones first."""

    template_name = "notice/board.html"
    context_object_name = "notices"
    paginate_by = 20

    def get_queryset(self) -> QuerySet[Any]:
        return queries.board(self.language)


class Reading(Page, TemplateView):
    """One notice. Whoever may see notices in the back office sees it before its time, and after."""

    template_name = "notice/notice.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        try:
            notice = queries.get_notice(notice_id=kwargs["notice_id"], language=self.language)
            preview = False
        except UnknownNotice:
            notice = self._preview(kwargs["notice_id"])
            preview = True
        return super().get_context_data(notice=notice, preview=preview, **kwargs)

    def _preview(self, notice_id: UUID) -> NoticeRecord:
        # A project without users has no request.user, and nobody there previews anything.
        user = getattr(self.request, "user", None)
        if user is None or not user.has_perm("notice.view_notice"):
            raise Http404
        try:
            return queries.preview_notice(notice_id=notice_id, language=self.language)
        except UnknownNotice as unknown:
            raise Http404 from unknown


class ChooseTimeZone(Page, FormView):
    """Take the time zone that a visitor chooses, and go back to the page where it was chosen."""

    template_name = "notice/time_zone.html"
    form_class = TimeZoneForm

    def get_initial(self) -> dict[str, Any]:
        return {"zone": str(self.get_zone())}

    def form_valid(self, form: TimeZoneForm) -> HttpResponse:
        response = HttpResponseRedirect(self._back())
        zones.remember(response, form.cleaned_data["zone"])
        return response

    def form_invalid(self, form: TimeZoneForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _back(self) -> str:
        """The page that the form stood on, if it is one of ours."""
        address = self.request.POST.get("next", "")
        ours = url_has_allowed_host_and_scheme(
            address, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure()
        )
        return address if ours else self.surroundings()["home"]


class Missing(Page, View):
    """Every other address below the board's."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        raise Http404
