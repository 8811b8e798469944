"""The third time: what a campaign is on this side of the wire."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self


@dataclass
class Campaign:
    name: str
    starts_at: datetime
    ends_at: datetime
    limit_total: int | None
    active: bool
    id: int | None = None

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        return cls(
            id=data["id"],
            name=data["name"],
            starts_at=datetime.fromisoformat(data["starts_at"]),
            ends_at=datetime.fromisoformat(data["ends_at"]),
            limit_total=data["limit_total"],
            active=data["active"],
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "starts_at": self.starts_at.isoformat(),
            "ends_at": self.ends_at.isoformat(),
            "limit_total": self.limit_total,
            "active": self.active,
        }
