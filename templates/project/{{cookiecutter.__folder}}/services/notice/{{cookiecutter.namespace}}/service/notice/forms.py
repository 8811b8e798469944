"""The form by which a visitor chooses a time zone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.service.notice import zones


class TimeZoneForm(forms.Form):
    """Any time zone that exists, though the page offers only the usual ones."""

    zone = forms.CharField(label=_("Time zone"), max_length=64)

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"]
        if not zones.exists(zone):
            raise forms.ValidationError(_("There is no time zone “%(zone)s”."), code="unknown", params={"zone": zone})
        return zone
