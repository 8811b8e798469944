"""What a service asks, and what it is told. permittee's README describes the same for whoever writes another permitter.

A question is taken whatever the name in it is, as long as a database can look it up: that nobody bears it is an
answer, and not an error. A service that is told of an error must take the permitter for broken.
"""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BaseModel, StringConstraints


def _no_control_characters(text: str) -> str:
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in text):
        raise ValueError("must not hold control characters")
    return text


Name = Annotated[str, StringConstraints(min_length=1, max_length=255), AfterValidator(_no_control_characters)]
Operation = Annotated[str, StringConstraints(min_length=1, max_length=500), AfterValidator(_no_control_characters)]
Digest = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class PermitsQuestion(BaseModel):
    """What may whoever presented this name, and a secret of this SHA-256, do with this service?"""

    service: Name
    name: Name
    digest: Digest


class DecisionQuestion(PermitsQuestion):
    """May it call this one operation?"""

    operation: Operation


class Permits(BaseModel):
    """Whether the caller is believed, and what it may call. `*` is everything."""

    known: bool
    operations: list[str]


class Decision(BaseModel):
    """Whether the caller is believed, and whether it may."""

    known: bool
    permitted: bool
