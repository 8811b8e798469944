"""The back office for devices: find one, block it, let it in again."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from {{ cookiecutter.namespace }}.contracts.vid import Block
from {{ cookiecutter.namespace }}.service.vid import actions
from {{ cookiecutter.namespace }}.service.vid.models import Vid


@admin.register(Vid)
class VidAdmin(admin.ModelAdmin):
    list_display = ["id", "platform", "created_at", "blocked", "block_reason"]
    list_filter = ["platform", ("blocked_at", admin.EmptyFieldListFilter), "created_at"]
    search_fields = ["=id"]
    search_help_text = _("the whole id of a device")
    readonly_fields = ["id", "platform", "created_at", "blocked_at"]
    date_hierarchy = "created_at"
    actions = ["block", "unblock"]

    @admin.display(boolean=True, description=_("blocked"), ordering="blocked_at")
    def blocked(self, vid: Vid) -> bool:
        return vid.blocked_at is not None

    @admin.action(permissions=["change"], description=_("Block the selected devices"))
    def block(self, request: HttpRequest, chosen: QuerySet[Vid]) -> None:
        for vid in chosen:
            actions.block_vid(vid_id=vid.id, block=Block(reason=f"blocked by {request.user.get_username()}"))
        self._say(request, ngettext("%d device blocked", "%d devices blocked", len(chosen)) % len(chosen))

    @admin.action(permissions=["change"], description=_("Let the selected devices in again"))
    def unblock(self, request: HttpRequest, chosen: QuerySet[Vid]) -> None:
        for vid in chosen:
            actions.unblock_vid(vid_id=vid.id)
        self._say(request, ngettext("%d device let in", "%d devices let in", len(chosen)) % len(chosen))

    def _say(self, request: HttpRequest, message: str) -> None:
        self.message_user(request, message, messages.SUCCESS)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A device is made by a device asking, never by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, vid: Vid | None = None) -> bool:
        """Players belong to vids; a vid that is gone would leave them nobody's."""
        return False
