"""Numbers as people read them."""

import math


def short(value: float) -> str:
    """Three significant digits, thousands grouped: 0.0123, 4.56, 78.9, 1,230."""
    if isinstance(value, bool) or (isinstance(value, int) and abs(value) < 10**15):
        return f"{value:,}"
    if not math.isfinite(value):
        return str(float(value))
    if value == 0:
        return "0"
    magnitude = math.floor(math.log10(abs(value)))
    rounded = round(float(value), 2 - magnitude)
    return f"{rounded:,.{max(0, 2 - magnitude)}f}"


def with_unit(value: float, unit: str) -> str:
    """`1.71x`, but `12.3 ms`: a factor keeps its sign close."""
    return f"{short(value)}{unit}" if unit in {"x", "%"} else f"{short(value)} {unit}".rstrip()
