"""What the contract asks of a link, as Django's forms ask it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.contracts.link import check_slug, check_target
from {{ cookiecutter.namespace }}.kit.problems import Invalid


def validate_target(target: str) -> None:
    """Raise ValidationError where a browser may not be sent to `target`."""
    try:
        check_target(target)
    except ValueError as error:
        raise ValidationError(
            _("Not a target: an http or https address, or a path on this site that begins with one /."),
            code="target",
        ) from error


def validate_slug(slug: str) -> None:
    """Raise ValidationError where `slug` cannot be one."""
    try:
        check_slug(slug)
    except Invalid as error:
        raise ValidationError(
            _("Lower-case letters, digits, and single - or _ between them; at most 40."), code="slug"
        ) from error
