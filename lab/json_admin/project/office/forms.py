"""A form by hand: where there is no model, there is no ModelForm."""

from typing import Any

from django import forms


class CampaignForm(forms.Form):
    name = forms.CharField(max_length=100)
    starts_at = forms.DateTimeField()
    ends_at = forms.DateTimeField(help_text="From this moment on, codes are refused.")
    limit_total = forms.IntegerField(required=False, min_value=1)
    active = forms.BooleanField(required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            raise forms.ValidationError("A campaign must end after it starts.")
        return data

    def refuse(self, errors: dict[str, list[str]]) -> None:
        """Show what the service had against it, at the fields that it names."""
        for field, messages in errors.items():
            for message in messages:
                self.add_error(field if field in self.fields else None, message)
