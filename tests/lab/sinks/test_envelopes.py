import gzip
import json

import pytest

from lab.sinks.envelopes import LARGEST, Unreadable, events_in, unpacked


def envelope(*items: tuple[dict[str, object], bytes]) -> bytes:
    lines = [json.dumps({"event_id": "1"}).encode()]
    for header, content in items:
        lines += [json.dumps(header).encode(), content]
    return b"\n".join(lines) + b"\n"


EVENT = b'{"message": "hello"}'


def test_an_event_is_found_by_the_length_that_its_header_says():
    found = list(events_in(envelope(({"type": "event", "length": len(EVENT)}, EVENT))))

    assert found == [{"message": "hello"}]


def test_without_a_length_an_item_ends_with_its_line():
    found = list(events_in(envelope(({"type": "event"}, EVENT), ({"type": "event"}, EVENT))))

    assert found == [{"message": "hello"}] * 2


def test_what_is_no_event_is_passed_over_whatever_it_holds():
    attachment = b"line\n{not json\n\n"
    items = ({"type": "attachment", "length": len(attachment)}, attachment), ({"type": "event"}, EVENT)

    assert list(events_in(envelope(*items))) == [{"message": "hello"}]


def test_an_envelope_without_items_has_no_events():
    assert list(events_in(b'{"event_id": "1"}')) == []


@pytest.mark.parametrize("text", [b"", b"hello", b"[1]\n", b'{}\n{"type": "event"}\nnot json', b'{}\n"event"\n{}'])
def test_what_is_no_envelope_is_called_unreadable(text: bytes):
    with pytest.raises(Unreadable):
        list(events_in(text))


@pytest.mark.parametrize("length", [-1, 10_000, "20", None])
def test_a_length_that_cannot_be_is_unreadable_and_none_means_the_line(length: object):
    text = envelope(({"type": "event", "length": length}, EVENT))

    if length is None:
        assert list(events_in(text)) == [{"message": "hello"}]
    else:
        with pytest.raises(Unreadable, match="bytes long"):
            list(events_in(text))


def test_gzip_and_brotli_and_plain_are_unpacked():
    brotli = pytest.importorskip("brotli")

    assert unpacked(EVENT, "") == EVENT
    assert unpacked(gzip.compress(EVENT), "gzip") == EVENT
    assert unpacked(brotli.compress(EVENT), "br") == EVENT


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(EVENT, "gzip"), (gzip.compress(EVENT)[:-9], "gzip"), (EVENT, "br"), (EVENT, "zstd")],
    ids=["not gzip", "broken off", "not brotli", "unknown"],
)
def test_what_cannot_be_unpacked_is_unreadable(body: bytes, encoding: str):
    with pytest.raises(Unreadable):
        unpacked(body, encoding)


def test_a_small_body_cannot_unpack_into_a_huge_one():
    with pytest.raises(Unreadable, match="larger than an envelope may be"):
        unpacked(gzip.compress(b"0" * (LARGEST + 1)), "gzip")
