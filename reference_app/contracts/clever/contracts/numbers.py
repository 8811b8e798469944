"""Numbers that a stranger may send: none that one database keeps and another one does not."""

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field

PLACES = Decimal("0.0001")


def _written_out(number: Decimal) -> Decimal:
    # As a database gives it back: with all its places, and zero without a sign.
    return number.quantize(PLACES) + 0


Int64 = Annotated[int, Field(ge=-(2**63), le=2**63 - 1)]
"""A whole number of 64 bits."""

# Fifteen digits are what a floating-point number keeps, and SQLite keeps no other kind.
FixedPoint = Annotated[Decimal, Field(max_digits=15, decimal_places=4), AfterValidator(_written_out)]
"""A number of at most 15 digits, four of them after the point."""
