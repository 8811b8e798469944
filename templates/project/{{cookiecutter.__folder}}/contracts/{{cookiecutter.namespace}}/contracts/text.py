"""Text that a stranger may send: bounded in length, and free of what databases and terminals choke on."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

# Control characters, halves of surrogate pairs, and the separators that end a line without being a newline.
_REFUSED = {"Cc", "Cs", "Zl", "Zp"}


def _no_control_characters(text: str) -> str:
    if any(unicodedata.category(character) in _REFUSED for character in text):
        raise ValueError("must not hold control characters")
    return text


def _no_control_characters_but_lines(text: str) -> str:
    _no_control_characters(text.replace("\n", "").replace("\r", "").replace("\t", ""))
    return text


Word = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=64)]
"""A name for programs, such as an item's: lower-case letters, digits, single - and _ between them."""

Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200, strip_whitespace=True),
    AfterValidator(_no_control_characters),
]
"""One line of text, at most 200 characters."""

Text = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(_no_control_characters_but_lines)]
"""Text of several lines, at most 20,000 characters."""
