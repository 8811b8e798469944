"""Numbers as people read them."""

import math


def short(value: float) -> str:
    """Three significant digits, thousands grouped: 0.0123, 4.56, 78.9, 1,230. A count stays whole: 3, 12,345."""
    if not math.isfinite(value):
        return str(float(value))
    # A count that went through the logbook, or a Spread, comes back as 3.0.
    if value == int(value) and abs(value) < 10**15:
        return f"{int(value):,}"
    digits = f"{abs(value):.2e}"  # rounded first: 9.999 has the magnitude of 10.0
    magnitude = int(digits.partition("e")[2])
    return f"{round(float(value), 2 - magnitude):,.{max(0, 2 - magnitude)}f}"


def ratio(value: float) -> str:
    """A ratio by itself, to two decimals where that says something: 0.25, 3.39, 14.5, 0.0123."""
    return f"{value:.2f}" if 0.1 <= abs(value) < 9.995 and value != int(value) else short(value)


def with_unit(value: float, unit: str) -> str:
    """`1.71x`, but `12.3 ms`: a factor keeps its sign close."""
    return f"{short(value)}{unit}" if unit in {"x", "%"} else f"{short(value)} {unit}".rstrip()
