"""The tests that every client of the attendance contract passes, and a stand-in that passes them from memory."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from clever.contracts.attendance import Attendance, AttendanceRecord, NewAttendanceRecord, UnknownAttendanceRecord
from clever.kit.paging import Page
from clever.kit.problems import KeyReused

MORNING = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)  # half past nine in Seoul


def new_record(day: int = 0, **changes: Any) -> NewAttendanceRecord:
    """Some player is there, in the morning of the first day, or so many days after it."""
    usual: dict[str, Any] = {"player_id": uuid4(), "at": MORNING + timedelta(days=day)}
    return NewAttendanceRecord.model_validate(usual | changes)


class AttendanceContract:
    """Subclass it with a fixture `client`, of a service that holds no record yet."""

    def test_a_record_is_found_by_its_id(self, client: Attendance) -> None:
        record_id, new = uuid4(), new_record()

        made = client.put_record(record_id=record_id, new=new)

        assert (made.id, made.player_id, made.day, made.in_a_row) == (record_id, new.player_id, MORNING.date(), 1)
        assert client.get_record(record_id=record_id) == made

    def test_an_unknown_record_is_refused(self, client: Attendance) -> None:
        with pytest.raises(UnknownAttendanceRecord):
            client.get_record(record_id=uuid4())

    def test_who_comes_twice_a_day_is_counted_once(self, client: Attendance) -> None:
        new = new_record()

        first = client.put_record(record_id=uuid4(), new=new)
        later = new.model_copy(update={"at": new.at + timedelta(hours=3)})

        assert client.put_record(record_id=first.id, new=new) == first
        assert client.put_record(record_id=uuid4(), new=later) == first
        assert client.list_records().items == [first]

    def test_the_day_begins_at_midnight_in_seoul(self, client: Attendance) -> None:
        player_id, midnight = uuid4(), datetime(2026, 3, 2, 15, tzinfo=UTC)

        for at in (midnight - timedelta(seconds=1), midnight):
            client.put_record(record_id=uuid4(), new=new_record(player_id=player_id, at=at))

        assert sorted(made.day.isoformat() for made in client.list_records().items) == ["2026-03-02", "2026-03-03"]

    def test_days_in_a_row_are_counted_and_a_gap_begins_anew(self, client: Attendance) -> None:
        player_id = uuid4()

        made = [
            client.put_record(record_id=uuid4(), new=new_record(day, player_id=player_id)) for day in (0, 1, 2, 4, 5)
        ]

        assert [record.in_a_row for record in made] == [1, 2, 3, 1, 2]

    def test_the_same_id_for_another_player_or_day_is_refused(self, client: Attendance) -> None:
        made = client.put_record(record_id=uuid4(), new=new_record())

        for other in (new_record(), new_record(1, player_id=made.player_id)):
            with pytest.raises(KeyReused):
                client.put_record(record_id=made.id, new=other)

        assert client.list_records().items == [made]

    def test_records_are_read_page_by_page_without_gap_or_double(self, client: Attendance) -> None:
        made = {client.put_record(record_id=uuid4(), new=new_record()).id for _ in range(7)}

        seen, after = list[UUID](), None
        while True:
            page = client.list_records(limit=3, after=after)
            seen += [record.id for record in page.items]
            if page.next is None:
                break
            after = UUID(page.next)

        assert seen == sorted(made)


class StandInAttendance:
    """The attendance service from memory. It calls nobody: what it owes is given at once."""

    def __init__(self) -> None:
        self.records: dict[UUID, AttendanceRecord] = {}

    def put_record(self, *, record_id: UUID, new: NewAttendanceRecord) -> AttendanceRecord:
        day = new.at.astimezone(ZoneInfo("Asia/Seoul")).date()
        days = {made.day: made for made in self.records.values() if made.player_id == new.player_id}
        if day in days:
            return days[day]
        if record_id in self.records:
            raise KeyReused
        yesterday = days.get(day - timedelta(days=1))
        made = AttendanceRecord(
            id=record_id,
            player_id=new.player_id,
            day=day,
            in_a_row=1 + (yesterday.in_a_row if yesterday else 0),
            made_at=datetime.now(UTC),
            owed={"player": "kept"},
        )
        return self.records.setdefault(record_id, made)

    def get_record(self, *, record_id: UUID) -> AttendanceRecord:
        if record_id not in self.records:
            raise UnknownAttendanceRecord
        return self.records[record_id]

    def list_records(self, *, limit: int = 20, after: UUID | None = None) -> Page[AttendanceRecord]:
        ids = [record_id for record_id in sorted(self.records) if after is None or record_id > after]
        more = len(ids) > limit
        return Page(
            items=[self.get_record(record_id=record_id) for record_id in ids[:limit]],
            next=str(ids[limit - 1]) if more else None,
        )
