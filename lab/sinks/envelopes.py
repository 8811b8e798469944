"""Sentry's envelope: one line of JSON about the whole, then for each item a line about it and its content."""

import importlib
import json
import zlib
from collections.abc import Iterator
from typing import Any

LARGEST = 2 * 1024 * 1024
"""Bytes of an envelope, unpacked. Sentry itself takes no event above 1 MiB."""


class Unreadable(Exception):
    """What came is no envelope, or packed in a way that is not known here."""


def unpacked(body: bytes, encoding: str) -> bytes:
    """The content of a request, by its Content-Encoding: none, gzip or br. Raises Unreadable."""
    if encoding in {"", "identity"}:
        return body
    if encoding == "gzip":
        return _gunzipped(body)
    if encoding == "br":
        return _from_brotli(body)
    raise Unreadable(f"packed as {encoding!r}, and only gzip and br are known here")


def events_in(envelope: bytes) -> Iterator[dict[str, Any]]:
    """The items that are events. Others (sessions, transactions, reports of the client) are passed over."""
    rest = _line(envelope)[1]
    while rest.strip():
        header, rest = _line(rest)
        length = header.get("length")
        if length is None:  # then the content ends with its line
            content, _, rest = rest.partition(b"\n")
        elif isinstance(length, int) and 0 <= length <= len(rest):
            content, rest = rest[:length], rest[length:].removeprefix(b"\n")
        else:
            raise Unreadable(f"an item says that it is {length!r} bytes long, and {len(rest)} are left")
        if header.get("type") == "event":
            yield _object(content)


def _line(text: bytes) -> tuple[dict[str, Any], bytes]:
    first, _, rest = text.partition(b"\n")
    return _object(first), rest


def _object(text: bytes) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Unreadable(f"not JSON: {text[:40]!r}") from error
    if not isinstance(found, dict):
        raise Unreadable(f"not an object: {text[:40]!r}")
    return found


def _gunzipped(body: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)  # gzip's own head and tail
    try:
        content = unpacker.decompress(body, LARGEST)
    except zlib.error as error:
        raise Unreadable(f"not gzip: {error}") from error
    if not unpacker.eof:
        raise Unreadable("broken off, or larger than an envelope may be")
    return content


def _from_brotli(body: bytes) -> bytes:
    # The client packs like this only where the package is installed, and it runs in the same environment as we do.
    try:
        brotli: Any = importlib.import_module("brotli")
    except ImportError as error:
        raise Unreadable("packed with brotli, which is not installed here") from error
    try:
        return bytes(brotli.decompress(body))
    except brotli.error as error:
        raise Unreadable(f"not brotli: {error}") from error
