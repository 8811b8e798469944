"""What the contract asks of slugs and numbers, as Django's forms ask it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.contracts.app import check_number, check_title
from {{ cookiecutter.namespace }}.kit.problems import Invalid


def validate_slug(slug: str) -> None:
    """Raise ValidationError where `slug` cannot be a title's."""
    try:
        check_title(slug)
    except Invalid as error:
        raise ValidationError(
            _("Lower-case letters, digits, and single - or _ between them; at most 40."), code="slug"
        ) from error


def validate_number(number: str) -> None:
    """Raise ValidationError where `number` cannot be a version's."""
    try:
        check_number(number)
    except Invalid as error:
        raise ValidationError(
            _("Three whole numbers with points between them, such as 1.4.2."), code="number"
        ) from error
