"""How a value is told."""

from typing import Any


def short(value: Any) -> str:
    """A value as code, cut to what fits on a line, whatever its class makes of it."""
    try:
        text = repr(value)
    except Exception:
        return f"a {type(value).__name__}"
    return text if len(text) <= 80 else f"{text[:77]}..."
