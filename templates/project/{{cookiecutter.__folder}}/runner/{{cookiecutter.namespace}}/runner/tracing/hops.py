"""A request as one service saw it, and what it wrote meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from {{ cookiecutter.namespace }}.runner.logs import telling_line


@dataclass(frozen=True)
class Note:
    """A line in the log that is no request's own."""

    time: datetime
    service: str
    level: str
    text: str

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> "Note":
        """Raises KeyError or ValueError for a line that is none of ours."""
        text = str(fields["message"])
        if trace := fields.get("exc_info"):
            text = f"{text}: {telling_line(str(trace))}"
        return cls(datetime.fromisoformat(fields["time"]), str(fields["project"]), str(fields["level"]), text)


@dataclass(frozen=True)
class Hop:
    """One service's share of a request: what it was asked, by whom, and what it answered."""

    began: datetime
    milliseconds: float
    service: str
    method: str
    route: str  # empty where there is no such address
    status: int
    caller: str
    inner: list["Hop"] = field(default_factory=list)  # the requests that it made meanwhile, in order
    notes: list[Note] = field(default_factory=list)

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> "Hop":
        """Raises KeyError, TypeError or ValueError for a line that is none of ours."""
        return cls(
            began=datetime.fromisoformat(fields["began"]),
            milliseconds=float(fields["milliseconds"]),
            service=str(fields["project"]),
            method=str(fields["method"]),
            route=f"/{fields['route']}" if fields["route"] else "",
            status=int(fields["status"]),
            caller=str(fields["caller"]),
        )

    @property
    def ended(self) -> datetime:
        return self.began + timedelta(milliseconds=self.milliseconds)

    def lasted_over(self, moment: datetime) -> bool:
        """Whether it was under way at a moment."""
        return self.began <= moment <= self.ended
