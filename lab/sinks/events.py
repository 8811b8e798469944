"""An error event as it was received, and the few things of it that one looks at first."""

import json
from html import escape
from typing import Any

from lab.display import Shown, Table


class Event(Shown):
    """One event, by Sentry's protocol. `data` is all of it; the properties are what one reads first."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    @property
    def error(self) -> str:
        """`ZeroDivisionError: division by zero`; for an event without an exception, its message."""
        last = self._exception()
        if not last:
            entry = self.data.get("logentry") or {}
            return str(entry.get("formatted") or entry.get("message") or self.data.get("message") or "")
        return f"{last.get('type')}: {last.get('value')}"

    @property
    def frames(self) -> list[dict[str, Any]]:
        """The stack, outermost call first: each frame has `filename`, `lineno`, `function`, `vars` and `in_app`."""
        return list((self._exception().get("stacktrace") or {}).get("frames") or [])

    @property
    def place(self) -> str:
        """The last frame: `cafe/views.py:31 in bill`."""
        if not self.frames:
            return ""
        last = self.frames[-1]
        return f"{last.get('filename')}:{last.get('lineno')} in {last.get('function')}"

    @property
    def variables(self) -> dict[str, Any]:
        """The local variables of the last frame, as they were sent."""
        return dict(self.frames[-1].get("vars") or {}) if self.frames else {}

    @property
    def release(self) -> str:
        return str(self.data.get("release") or "")

    @property
    def tags(self) -> dict[str, str]:
        return dict(self.data.get("tags") or {})

    def holds(self, text: str) -> bool:
        """Whether `text` stands anywhere in the event: what should not leave the house must not."""
        return text in json.dumps(self.data, ensure_ascii=False)

    def table(self) -> Table:
        request = self.data.get("request") or {}
        rows = [
            ["error", self.error],
            ["where", self.place],
            ["request", f"{request.get('method', '')} {request.get('url', '')}".strip()],
            ["release", self.release],
            *([f"tag {name}", value] for name, value in sorted(self.tags.items())),
            *([f"variable {name}", value] for name, value in sorted(self.variables.items())),
        ]
        return Table(["what", "as it was sent"], [[name, str(value)] for name, value in rows])

    def html(self) -> str:
        lines = "".join(f"<li>{escape(self._frame(frame))}</li>" for frame in self.frames if frame.get("in_app"))
        stack = f'<p class="lab-note">Through our own code:</p><ol>{lines}</ol>' if lines else ""
        return self.table().html() + stack

    def text(self) -> str:
        return self.table().text()

    def _exception(self) -> dict[str, Any]:
        """The exception that was raised last: causes come before it."""
        values = (self.data.get("exception") or {}).get("values") or []
        return dict(values[-1]) if values else {}

    def _frame(self, frame: dict[str, Any]) -> str:
        line = str(frame.get("context_line") or "").strip()
        return f"{frame.get('filename')}:{frame.get('lineno')} in {frame.get('function')}: {line}"
