"""Commands whose words are read by a program, or shown in a table: without colours."""

from collections.abc import Mapping

ASK_FOR_COLOURS = {"FORCE_COLOR", "CLICOLOR_FORCE", "PY_COLORS", "PYTHON_COLORS", "DJANGO_COLORS"}
"""A notebook sets some of them for whatever it starts."""


def colourless(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without what asks for colours, and with the word that forbids them."""
    return {name: value for name, value in environment.items() if name not in ASK_FOR_COLOURS} | {"NO_COLOR": "1"}
