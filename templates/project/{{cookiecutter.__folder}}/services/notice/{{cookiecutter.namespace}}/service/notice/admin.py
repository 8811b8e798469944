"""The back office for notices: find one in any state, write it in both languages, show it or take it back."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from {{ cookiecutter.namespace }}.service.notice import actions, texts
from {{ cookiecutter.namespace }}.service.notice.languages import language_of
from {{ cookiecutter.namespace }}.service.notice.models import Notice, NoticeTranslation, State
from {{ cookiecutter.namespace }}.service.notice.staff_forms import LANGUAGES, BaseTexts


class TextInline(admin.StackedInline):
    """The texts, one a language."""

    model = NoticeTranslation
    formset = BaseTexts
    max_num = len(LANGUAGES)


class StateFilter(admin.SimpleListFilter):
    """By where a notice stands now."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(State.choices)

    def queryset(self, request: HttpRequest, rows: Any) -> QuerySet[Notice]:
        value = self.value()
        found: QuerySet[Notice] = rows
        if value is not None and value in State.values:
            found = rows.in_state(State(value), timezone.now())
        return found


@admin.register(Notice)
class NoticeAdmin(admin.ModelAdmin):
    list_display = ["title", "state", "pinned", "publish_from", "publish_until", "author", "preview"]
    list_filter = [StateFilter, "pinned", "author", "publish_from"]
    search_fields = ["translations__title", "=id"]
    search_help_text = _("words of a title in either language, or a whole id")
    readonly_fields = ["id", "state", "withdrawn_at", "created_at", "updated_at"]
    inlines = [TextInline]
    date_hierarchy = "publish_from"
    actions = ["publish", "withdraw"]
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return texts.in_language(super().get_queryset(request), language_of(request))

    def get_fields(self, request: HttpRequest, notice: Notice | None = None) -> list[Any]:
        """What is written; and of a notice that exists, what has become of it."""
        written = ["pinned", ("publish_from", "publish_until"), "author"]
        return [*written, *self.readonly_fields] if notice else written

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        user: Any = request.user
        author = user.get_full_name() or user.get_username()
        return {"author": author, **super().get_changeform_initial_data(request)}

    def get_view_on_site_url(self, notice: Notice | None = None) -> str | None:
        """Where the notice is read; none in a project without the board."""
        if notice is None:
            return None
        try:
            return reverse("notice:notice", args=[notice.pk])
        except NoReverseMatch:
            return None

    @admin.display(description=_("title"), ordering="title")
    def title(self, notice: Any) -> str:
        return str(notice.title or notice.pk)  # a notice that says nothing can still be found, and opened

    @admin.display(description=_("state"))
    def state(self, notice: Notice) -> str:
        return str(notice.state.label)

    @admin.display(description=_("preview"))
    def preview(self, notice: Notice) -> str:
        address = self.get_view_on_site_url(notice)
        return format_html('<a href="{}">{}</a>', address, _("view")) if address else "-"

    @admin.action(permissions=["change"], description=_("Publish the selected notices now"))
    def publish(self, request: HttpRequest, chosen: QuerySet[Notice]) -> None:
        ids = [notice.pk for notice in chosen]
        for notice_id in ids:
            actions.publish_now(notice_id=notice_id)
        self._say(request, ngettext("%d notice is on the board", "%d notices are on the board", len(ids)) % len(ids))

    @admin.action(permissions=["change"], description=_("Withdraw the selected notices"))
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Notice]) -> None:
        ids = [notice.pk for notice in chosen]
        for notice_id in ids:
            actions.withdraw_notice(notice_id=notice_id)
        self._say(request, ngettext("%d notice withdrawn", "%d notices withdrawn", len(ids)) % len(ids))

    def _say(self, request: HttpRequest, message: str) -> None:
        self.message_user(request, message, messages.SUCCESS)
