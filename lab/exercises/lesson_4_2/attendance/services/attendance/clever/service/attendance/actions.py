"""Writes. A record and what it owes to others go into one transaction; what is owed is done at once where it can be."""

from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError

from clever.contracts.attendance import AttendanceRecord, NewAttendanceRecord
from clever.kit.outbox.promises import keep_now, promise
from clever.kit.problems import KeyReused
from clever.kit.transactions import atomic_for
from clever.service.attendance import owed, queries
from clever.service.attendance.models import Record


def put_record(*, record_id: UUID, new: NewAttendanceRecord) -> AttendanceRecord:
    """Write down that a player was there, once a day however often and under however many ids it is called.

    Raises KeyReused where the id came before with another player or day.
    """
    day = queries.day_of(new.at)
    with atomic_for(Record, durable=True):
        yesterday = Record.objects.filter(player_id=new.player_id, day=day - timedelta(days=1)).first()
        values = {"id": record_id, "in_a_row": 1 + (yesterday.in_a_row if yesterday else 0)}
        try:
            record, first = Record.objects.get_or_create(player_id=new.player_id, day=day, defaults=values)
        except IntegrityError as taken:
            raise KeyReused(f"record {record_id} was made before, and is another one") from taken
        keys = owed.keys_of(record)
        for name, call in owed.CALLS.items() if first else ():
            if name in keys:
                promise(call, promise_id=keys[name], key=keys[name], player_id=record.player_id)
    keep_now(keys.values())
    return queries.as_record(record)
