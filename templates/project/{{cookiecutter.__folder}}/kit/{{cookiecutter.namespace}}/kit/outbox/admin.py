"""The back office for later work: what is owed to whom, since when, and why it has not been done."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from {{ cookiecutter.namespace }}.kit.admin import LookedAtAdmin
from {{ cookiecutter.namespace }}.kit.outbox.models import Promise
from {{ cookiecutter.namespace }}.kit.outbox.tasks import keep_soon


@admin.register(Promise)
class PromiseAdmin(LookedAtAdmin):
    # Said in full: what nobody may edit is not shown otherwise.
    fields = ["what", "about", "state", "made_at", "due_at", "ended_at", "attempts", "complaint"]
    list_display = ["__str__", "state", "made_at", "due_at", "attempts", "complaint"]
    list_filter = ["state", "what", "made_at"]
    search_fields = ["=id", "complaint"]
    search_help_text = _("a whole id, or a part of what an attempt came to")
    date_hierarchy = "made_at"
    actions = ["keep_now"]

    def get_search_results(self, request: HttpRequest, rows: QuerySet[Any], text: str) -> tuple[QuerySet[Any], bool]:
        with suppress(ValueError):  # no id, then
            text = str(UUID(text))  # as every database writes it
        return super().get_search_results(request, rows, text)

    @admin.action(permissions=["keep"], description=_("Keep the selected promises now"))
    def keep_now(self, request: HttpRequest, chosen: QuerySet[Promise]) -> None:
        waiting = chosen.filter(state=Promise.State.OPEN).defer("about")
        number = sum(keep_soon(promise) for promise in waiting)
        said = ngettext("The worker was told of %d promise", "The worker was told of %d promises", number)
        self.message_user(request, said % number, messages.SUCCESS)

    def has_keep_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("outbox.keep_promise")
