"""What an answer is called."""

from typing import Any


def named(answer: Any) -> str:
    return f"{getattr(answer, '__name__', type(answer).__name__)!r}"
