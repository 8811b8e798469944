"""What a reader is told about an answer."""

from html import escape
from types import FunctionType
from typing import Any

from lab.display import Shown
from lab.display.prose import prose


class Verdict(Shown):
    """Passed, wrong with its reason, or not answered yet. True only when passed."""

    def __init__(self, id: str, passed: bool, line: str, *, code: str = "", advice: str = "") -> None:
        self.id = id
        self.passed = passed
        self.line = line
        self.code = code
        self.advice = advice

    def __bool__(self) -> bool:
        return self.passed

    def text(self) -> str:
        code = [f"    {line}" for line in self.code.splitlines()]
        return "\n".join([f"{self.id}: {self.line}", *code, *([self.advice] if self.advice else [])])

    def html(self) -> str:
        kind = "lab-passed" if self.passed else "lab-failed"
        code = f"<pre>{escape(self.code)}</pre>" if self.code else ""
        advice = f"<p>{prose(self.advice)}</p>" if self.advice else ""
        return f'<div class="lab-verdict {kind}"><p><b>{escape(self.id)}</b> {prose(self.line)}</p>{code}{advice}</div>'


def described(answer: Any) -> str:
    """An answer in a few words: its type, and how it begins."""
    kind = type(answer).__name__
    if isinstance(answer, FunctionType | type):
        return f"the {kind if isinstance(answer, FunctionType) else 'class'} {answer.__name__}"
    try:
        looks = repr(answer)
    except Exception:  # a learner's own __repr__ may fail like anything else
        return f"something of type {kind}"
    looks = looks if len(looks) <= 60 else looks[:57] + "..."
    return f"{looks}, of type {kind}"
