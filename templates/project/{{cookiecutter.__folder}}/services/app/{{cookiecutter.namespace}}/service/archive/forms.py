"""Uploading by hand, held to what the API holds everyone to."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.contracts.archive import check_name
from {{ cookiecutter.namespace }}.kit.problems import Invalid
from {{ cookiecutter.namespace }}.service.archive.models import File


class UploadForm(forms.ModelForm):
    """A file, and what it is called where that is not what it is called on the sender's disk."""

    upload = forms.FileField(label=_("file"))
    name = forms.CharField(label=_("name"), required=False, help_text=_("Empty: as the uploaded file is called."))

    class Meta:
        model = File
        fields = ["name"]

    def clean_upload(self) -> UploadedFile:
        upload: UploadedFile = self.cleaned_data["upload"]
        if (upload.size or 0) > settings.ARCHIVE_MAX_BYTES:
            most = filesizeformat(settings.ARCHIVE_MAX_BYTES)
            raise forms.ValidationError(_("A file may have at most %(most)s."), params={"most": most}, code="large")
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if upload := cleaned.get("upload"):
            try:
                cleaned["name"] = check_name(cleaned.get("name") or upload.name)
            except Invalid:
                self.add_error(
                    "name", _("Not the name of a file: no path, no control characters, no dot at its beginning.")
                )
        return cleaned
