"""What staff fill in."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.service.permitter.models import Caller


class PermitForm(forms.ModelForm):
    """A permit. A service asks under its own name, so what it is about must be a caller too."""

    def clean_service(self) -> str:
        service: str = self.cleaned_data["service"]
        if not Caller.objects.filter(name=service).exists():
            raise ValidationError(_("There is no service of this name among the callers, so nobody would ask for it."))
        return service
