"""attendance: on which days a player was there, and how many in a row."""

from datetime import date
from typing import Literal, Protocol
from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from clever.contracts.http import HttpClient
from clever.contracts.moments import Moment
from clever.kit.paging import Page
from clever.kit.problems import NotFound

State = Literal["open", "kept", "refused"]
"""What has become of something that is owed: it will be done, it has been done, or its service has said no."""


class NewAttendanceRecord(BaseModel):
    """A player is there. `at` is when; the service knows on which day that is."""

    player_id: UUID
    at: Moment


class AttendanceRecord(BaseModel):
    """A player's day, the how many'th in a row, and what has become of what it owes to others, by their names."""

    id: UUID
    player_id: UUID
    day: date
    in_a_row: int
    made_at: AwareDatetime
    owed: dict[str, State] = {}


class UnknownAttendanceRecord(NotFound):
    """There is no such record."""

    title = "There is no such record"


class Attendance(Protocol):
    """The attendance service, wherever it runs."""

    def put_record(self, *, record_id: UUID, new: NewAttendanceRecord) -> AttendanceRecord:
        """Write down that a player was there, once a day however often and under however many ids it is called.

        The first id of a day is the record's. A day that is reported later than the one after it does not lengthen
        that one's row. What it owes to others and cannot do now is done later. Raises KeyReused where the id came
        before with another player or day.
        """
        ...

    def get_record(self, *, record_id: UUID) -> AttendanceRecord:
        """One record. Raises UnknownAttendanceRecord."""
        ...

    def list_records(self, *, limit: int = 20, after: UUID | None = None) -> Page[AttendanceRecord]:
        """All records, by id."""
        ...


class HttpAttendance(HttpClient, contract=Attendance):
    """The attendance service over HTTP."""

    def put_record(self, *, record_id: UUID, new: NewAttendanceRecord) -> AttendanceRecord:
        return self._put(f"/records/{record_id}", AttendanceRecord, new)

    def get_record(self, *, record_id: UUID) -> AttendanceRecord:
        return self._get(f"/records/{record_id}", AttendanceRecord)

    def list_records(self, *, limit: int = 20, after: UUID | None = None) -> Page[AttendanceRecord]:
        return self._get("/records", Page[AttendanceRecord], limit=limit, after=str(after) if after else None)
