"""Where staff write notices. Served only by projects that have users."""

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.contrib.messages.views import SuccessMessageMixin
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, ListView, UpdateView, View
from django.views.generic.detail import SingleObjectTemplateResponseMixin
from django.views.generic.edit import ModelFormMixin

from {{ cookiecutter.namespace }}.contracts.notice import UnknownNotice
from {{ cookiecutter.namespace }}.service.notice import actions, queries, texts, views, zones
from {{ cookiecutter.namespace }}.service.notice.models import Notice, State
from {{ cookiecutter.namespace }}.service.notice.pages import Page
from {{ cookiecutter.namespace }}.service.notice.staff_forms import NoticeForm


class StaffPage(Page, PermissionRequiredMixin):
    """A page for staff: a stranger is sent to log in, and whoever may not do this is told so."""

    section = "notice_staff"
    login_url = reverse_lazy("admin:login")


class NoticeList(StaffPage, ListView):
    """Every notice, or those in one state: `?state=scheduled`."""

    permission_required = "notice.view_notice"
    template_name = "notice/staff/list.html"
    context_object_name = "notices"
    paginate_by = 20

    def get_queryset(self) -> QuerySet[Any]:
        rows = Notice.objects.order_by("-publish_from", "-id")
        if self.state is not None:
            rows = rows.in_state(self.state, timezone.now())
        return texts.in_language(rows, self.language)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(states=State.choices, state=self.state, **kwargs)

    @property
    def state(self) -> State | None:
        """The state that was asked for; none where it is no state."""
        asked = self.request.GET.get("state")
        return State(asked) if asked in State.values else None


class Editing(StaffPage, SuccessMessageMixin, SingleObjectTemplateResponseMixin, ModelFormMixin):
    """What writing a new notice and changing an old one have in common."""

    model = Notice
    form_class = NoticeForm
    template_name = "notice/staff/edit.html"
    success_url = reverse_lazy("notice_staff:list")

    def get_zone(self) -> ZoneInfo:
        """The zone in which the form was filled in, though the visitor has chosen another one since, elsewhere."""
        sent = self.request.POST.get("zone", "")
        return ZoneInfo(sent) if zones.exists(sent) else super().get_zone()

    def get_initial(self) -> dict[str, Any]:
        return {"zone": str(self.get_zone())}


class NewNotice(Editing, CreateView):
    """Write a notice."""

    permission_required = ("notice.add_notice", "notice.add_noticetranslation")
    success_message = _("The notice has been saved.")

    def get_initial(self) -> dict[str, Any]:
        user: Any = self.request.user
        now = timezone.now().replace(second=0, microsecond=0)
        return {**super().get_initial(), "publish_from": now, "author": user.get_full_name() or user.get_username()}


class EditNotice(Editing, UpdateView):
    """Change a notice."""

    permission_required = ("notice.change_notice", "notice.change_noticetranslation")
    success_message = _("The notice has been changed.")


class Doing(StaffPage, View):
    """A button: do one thing to one notice, say so, and go back to the list."""

    permission_required = "notice.change_notice"
    http_method_names = ["post"]
    done: Any

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        try:
            self.act(pk)
            title = queries.preview_notice(notice_id=pk, language=self.language).title
        except UnknownNotice as unknown:
            raise Http404 from unknown
        messages.success(request, self.done % {"title": title})
        return redirect("notice_staff:list")

    def act(self, notice_id: UUID) -> None:
        raise NotImplementedError


class PublishNow(Doing):
    """Show a notice from now on."""

    done = _("“%(title)s” is on the board.")

    def act(self, notice_id: UUID) -> None:
        actions.publish_now(notice_id=notice_id)


class Withdraw(Doing):
    """Show a notice no more."""

    done = _("“%(title)s” has been withdrawn.")

    def act(self, notice_id: UUID) -> None:
        actions.withdraw_notice(notice_id=notice_id)


class ChooseTimeZone(views.ChooseTimeZone):
    """The same as on the board, and back to staff's pages."""

    section = "notice_staff"
