import json
from pathlib import Path

import pytest

from clever.runner.logs import Follower, readable, tail, telling_line

TRACEBACK = """\
Operations to perform:
Traceback (most recent call last):
  File "manage.py", line 11, in <module>
django.db.utils.OperationalError: connection failed
Is the server running?
"""


@pytest.mark.parametrize(
    ("said", "telling"),
    [
        (TRACEBACK, "django.db.utils.OperationalError: connection failed"),
        ("configuration: SECRET_KEY is missing\n" + TRACEBACK, "configuration: SECRET_KEY is missing"),
        ("CommandError: no such thing\n\n", "CommandError: no such thing"),
        ("one\ntwo\n\n", "two"),
        ("", "it said nothing"),
        (json.dumps({"message": "cannot bind", "level": "ERROR"}), "cannot bind"),
        (json.dumps({"message": "failed", "exc_info": "Traceback\nKeyError: 'x'"}), "KeyError: 'x'"),
    ],
)
def test_the_telling_line_is_found(said, telling):
    assert telling_line(said) == telling


def test_a_telling_line_is_never_endless():
    assert len(telling_line("x" * 5000)) == 300


def test_a_missing_log_says_nothing(tmp_path):
    assert tail(tmp_path / "none.log") == ""


def test_a_json_line_becomes_readable():
    line = json.dumps(
        {
            "time": "2026-01-01T10:20:30.123",
            "level": "INFO",
            "logger": "clever.access",
            "message": "GET /board/",
            "status": 200,
            "request_id": "",
        }
    )

    assert readable(line) == "10:20:30 info GET /board/ status=200"


@pytest.mark.parametrize("line", ["plain", "{broken", "[1]", '{"no": "text"}'])
def test_any_other_line_stays_as_it_is(line):
    assert readable(line) == line


def append(file: Path, text: str) -> None:
    with file.open("a") as stream:
        stream.write(text)


def test_a_follower_sees_only_what_is_new_and_whole(tmp_path):
    append(tmp_path / "web.log", "old\n")
    follower = Follower(tmp_path)

    append(tmp_path / "web.log", "new\nhal")
    first = list(follower.lines())
    append(tmp_path / "web.log", "f\n")
    second = list(follower.lines())

    assert (first, second) == ([("web", "new")], [("web", "half")])


def test_a_follower_goes_on_over_rotation(tmp_path):
    append(tmp_path / "web.log", "old\n")
    follower = Follower(tmp_path)
    (tmp_path / "web.log").rename(tmp_path / "web.log.1")

    append(tmp_path / "web.log", "after\n")

    assert list(follower.lines()) == [("web", "after")]


def test_a_log_that_appears_later_is_followed_from_its_beginning(tmp_path):
    follower = Follower(tmp_path)

    append(tmp_path / "nginx.log", "hello\n")

    assert list(follower.lines()) == [("nginx", "hello")]
