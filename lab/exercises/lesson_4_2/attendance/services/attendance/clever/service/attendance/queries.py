"""Reads."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from clever.contracts.attendance import AttendanceRecord, UnknownAttendanceRecord
from clever.kit.outbox.promises import states_of
from clever.kit.paging import Page, page
from clever.service.attendance.models import Record
from clever.service.attendance.owed import keys_of

WHERE_THEY_PLAY = ZoneInfo("Asia/Seoul")


def day_of(moment: datetime) -> date:
    """The day that a moment belongs to, where the players live: it begins at their midnight."""
    return moment.astimezone(WHERE_THEY_PLAY).date()


def get_record(*, record_id: UUID) -> AttendanceRecord:
    """One record. Raises UnknownAttendanceRecord."""
    if record := Record.objects.filter(pk=record_id).first():
        return as_record(record)
    raise UnknownAttendanceRecord(f"there is no record {record_id}")


def list_records(*, limit: int = 20, after: UUID | None = None) -> Page[AttendanceRecord]:
    """All records, by id."""
    rows = Record.objects.order_by("id") if after is None else Record.objects.order_by("id").filter(id__gt=after)
    return page(rows, limit=limit, cursor=lambda record: record.id, item=as_record)


def as_record(record: Record) -> AttendanceRecord:
    """A record's row, as the contract speaks of it."""
    return AttendanceRecord(
        id=record.id,
        player_id=record.player_id,
        day=record.day,
        in_a_row=record.in_a_row,
        made_at=record.made_at,
        owed=states_of(keys_of(record)),
    )
