"""A time as a person writes it: on a clock that skips an hour each spring and shows one twice each autumn."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.contracts.moments import EARLIEST, LATEST
from {{ cookiecutter.namespace }}.service.notice import zones


class LocalMomentField(forms.DateTimeField):
    """A moment, entered and shown as local time of the time zone that is active.

    A time which that zone's clocks skip, or show twice, is refused: to guess would publish an hour early or late.
    """

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M:%S")
    default_error_messages = {
        "too_far": _("Choose a time between the years 2000 and 2200."),
        "skipped": _(
            "In %(zone)s the clocks go forward over this time, so it never comes. Choose an earlier or later one."
        ),
        "twice": _(
            "In %(zone)s the clocks go back over this time, so it comes twice. "
            "Choose an earlier or later one, or another time zone."
        ),
    }

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            if error.code != "ambiguous_timezone" or error.params is None:
                raise
            code = _why(error.params["datetime"])
            zone = zones.name_of(timezone.get_current_timezone_name())
            raise forms.ValidationError(self.error_messages[code], code=code, params={"zone": zone}) from error


def _why(local: datetime) -> str:
    """Why `local` is no moment in the active zone. A skipped time comes out changed on its way to UTC and back."""
    if not EARLIEST.year <= local.year < LATEST.year:
        return "too_far"
    zone = timezone.get_current_timezone()
    back = local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    return "twice" if back == local else "skipped"
