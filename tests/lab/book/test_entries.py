import json
import subprocess
import sys

import pytest

from lab.book.entries import Logbook
from lab.errors import LabError


def test_an_entry_is_a_line_on_disk(logbook_file):
    Logbook(logbook_file).append("measured", "1.1-servers", value=1.5)

    [line] = logbook_file.read_text(encoding="utf-8").splitlines()
    assert {"kind": "measured", "id": "1.1-servers", "value": 1.5}.items() <= json.loads(line).items()


def test_a_broken_last_line_is_kept_aside_and_nothing_is_lost(logbook_file):
    book = Logbook(logbook_file)
    book.append("measured", "first", value=1)
    with logbook_file.open("ab") as file:
        file.write(b'{"kind": "measured", "id": "half')

    book.append("measured", "second", value=2)

    assert [entry["id"] for entry in book.entries()] == ["first", "second"]
    assert book.aside.read_bytes() == b'{"kind": "measured", "id": "half\n'
    assert book.warnings == ["the last line of logbook.jsonl was broken off: it is kept in logbook.jsonl.broken"]


def test_a_second_broken_line_is_added_to_the_first(logbook_file):
    book = Logbook(logbook_file)
    for half in (b"one half", b"other half"):
        with logbook_file.open("ab") as file:
            file.write(half)
        book.entries()

    assert book.aside.read_bytes() == b"one half\nother half\n"
    assert logbook_file.read_bytes() == b""


def test_a_whole_last_line_that_lost_its_newline_is_an_entry(logbook_file):
    logbook_file.write_text('{"kind": "measured", "id": "kept", "value": 1}', encoding="utf-8")
    book = Logbook(logbook_file)

    book.append("measured", "next", value=2)

    assert [entry["id"] for entry in book.entries()] == ["kept", "next"]
    assert not book.aside.exists()


@pytest.mark.parametrize("strange", [b"not json", b"\xff\xfe", b"[]", b'{"id": "without kind"}', b"\0\0\0"])
def test_a_strange_line_in_the_middle_is_named_and_left_alone(logbook_file, strange):
    whole = (
        b'{"kind": "measured", "id": "a", "value": 1}\n' + strange + b'\n{"kind": "measured", "id": "b", "value": 1}\n'
    )
    logbook_file.write_bytes(whole)
    book = Logbook(logbook_file)

    assert [entry["id"] for entry in book.entries()] == ["a", "b"]
    assert book.warnings == ["line 2 of logbook.jsonl is no entry: it is left as it is, and not counted"]
    assert logbook_file.read_bytes() == whole


def test_two_notebooks_may_write_at_once(logbook_file):
    code = (
        "import sys; from pathlib import Path; from lab.book.entries import Logbook\n"
        "for number in range(100): Logbook(Path(sys.argv[1])).append('measured', sys.argv[2], value=number)"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(logbook_file), name]) for name in ("a", "b")]

    assert [writer.wait(60) for writer in writers] == [0, 0]

    entries = Logbook(logbook_file).entries()
    for name in ("a", "b"):
        assert [entry["value"] for entry in entries if entry["id"] == name] == list(range(100))


def test_a_logbook_that_cannot_be_written_says_which_and_what_to_do(tmp_path):
    (tmp_path / "work").write_text("a file where a folder should be", encoding="utf-8")

    with pytest.raises(LabError, match=r"the logbook logbook.jsonl cannot be used .*LAB_LOGBOOK"):
        Logbook(tmp_path / "work" / "logbook.jsonl").append("measured", "x", value=1)


def test_no_logbook_is_an_empty_one(logbook_file):
    assert Logbook(logbook_file).entries() == []
    assert not logbook_file.exists()
