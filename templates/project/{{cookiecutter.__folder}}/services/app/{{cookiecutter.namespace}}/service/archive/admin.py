"""The back office for files: upload one, find one, fetch it. None is ever changed."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.service.archive import actions
from {{ cookiecutter.namespace }}.service.archive.forms import UploadForm
from {{ cookiecutter.namespace }}.service.archive.media_types import guessed
from {{ cookiecutter.namespace }}.service.archive.models import File


@admin.register(File)
class FileAdmin(admin.ModelAdmin):
    form = UploadForm
    list_display = ["name", "readable_size", "content_type", "checksum", "created_at", "download"]
    list_filter = ["content_type", "created_at"]
    search_fields = ["name__icontains", "sha256__istartswith", "=id"]
    search_help_text = _("a part of a name, the beginning of a checksum, or a whole id")
    date_hierarchy = "created_at"

    @admin.display(description=_("size"), ordering="size")
    def readable_size(self, file: File) -> str:
        return filesizeformat(file.size)

    @admin.display(description="SHA-256", ordering="sha256")
    def checksum(self, file: File) -> SafeString:
        return format_html('<code title="{}">{}…</code>', file.sha256, file.sha256[:12])

    @admin.display(description=_("content"))
    def download(self, file: File) -> SafeString:
        return format_html('<a href="{}">{}</a>', file.address, _("Download"))

    def get_fields(self, request: HttpRequest, file: File | None = None) -> list[Any]:
        if file is None:
            return ["upload", "name"]
        return ["id", "name", "readable_size", "size", "sha256", "content_type", "created_at", "download"]

    def save_model(self, request: HttpRequest, file: File, form: UploadForm, change: bool) -> None:
        upload, name = form.cleaned_data["upload"], form.cleaned_data["name"]
        actions.keep(file_id=file.id, name=name, pieces=upload.chunks(), content_type=guessed(name))
        file.refresh_from_db()

    def delete_model(self, request: HttpRequest, file: File) -> None:
        actions.forget(file_id=file.id)

    def delete_queryset(self, request: HttpRequest, chosen: QuerySet[File]) -> None:
        for file in chosen:
            actions.forget(file_id=file.id)

    def has_change_permission(self, request: HttpRequest, file: Any = None) -> bool:
        """Other content, or another name, is another file."""
        return False
