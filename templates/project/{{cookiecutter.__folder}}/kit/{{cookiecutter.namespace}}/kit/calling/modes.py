"""Whether a project calls others carefully."""

from django.conf import settings

CAREFUL, NAIVE = "careful", "naive"


def is_careful() -> bool:
    """Whether budgets, calls side by side and breakers are on, as they are unless settings.CALLING says naive."""
    return getattr(settings, "CALLING", CAREFUL) != NAIVE
