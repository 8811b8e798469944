"""One way to write a value, whatever database it comes from."""

import json
from base64 import b64encode
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db.models.fields.files import FieldFile

SIZE = 2**256


class Digest:
    """A checksum of rows, in which their order makes no difference: text is not sorted alike everywhere."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, row: list[Any]) -> None:
        """Take one more row into account."""
        self.rows += 1
        self._sum = (self._sum + int.from_bytes(sha256(written(row).encode()).digest())) % SIZE

    @property
    def hex(self) -> str:
        """The checksum, as 64 digits."""
        return f"{self._sum:064x}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Digest) and (self.rows, self._sum) == (other.rows, other._sum)

    __hash__ = None  # type: ignore[assignment]  # it is compared, never looked up


def written(value: Any) -> str:
    """A value of a column as text. Two values are equal to Django if this is."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """The value as JSON has it. What JSON has not gets the name of its kind, so that no text can be taken for it."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():  # PostgreSQL keeps the 2.0 of a JSON column as 2
            return int(value) if value.is_integer() else value
        case Decimal():
            return {"decimal": f"{value.normalize():f}"}
        case datetime():
            return {"datetime": value.isoformat()}  # Django hands all out in UTC
        case date():
            return {"date": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case timedelta():
            return {"microseconds": value // timedelta(microseconds=1)}
        case bytes() | bytearray() | memoryview():
            return {"bytes": b64encode(bytes(value)).decode()}
        case FieldFile():
            return value.name
        case dict():
            return {"dict": [[key, _plain(inner)] for key, inner in sorted(value.items())]}
        case list() | tuple():
            return [_plain(inner) for inner in value]
    return {type(value).__name__: str(value)}  # a UUID, an address
