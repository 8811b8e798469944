"""A command of manage.py is run to its end, and what goes wrong with it is one line."""

from pathlib import Path

import pytest

from lab.errors import LabError
from lab.running import managing
from lab.running.managing import manage


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A manage.py that says what it was told, fails when it is asked to, and waits when it is asked to."""
    script = """
import os, sys, time
word = sys.argv[1]
if word == "wait":
    time.sleep(60)
if word == "fail":
    sys.exit("a warning\\nCommandError: there is no pear")
if word == "fail-without-a-word":
    sys.exit(1)
print(word, os.environ["FRUIT"])
"""
    (tmp_path / "manage.py").write_text(script, encoding="utf-8")
    return tmp_path


def test_what_it_says_is_returned(project: Path):
    assert manage(project, "eat", environment={"FRUIT": "pear"}) == "eat pear"


def test_where_it_fails_its_last_line_says_why(project: Path):
    with pytest.raises(LabError) as raised:
        manage(project, "fail", environment={})

    assert str(raised.value) == "manage.py fail failed: CommandError: there is no pear"


def test_where_it_says_nothing_that_is_said(project: Path):
    with pytest.raises(LabError, match=r"^the cook failed: it said nothing$"):
        manage(project, "fail-without-a-word", environment={}, name="the cook")


def test_one_that_hangs_is_given_up_and_named(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(managing, "SECONDS", 0.2)

    with pytest.raises(LabError, match=r"^manage.py wait took over 0\.2 s"):
        manage(project, "wait", environment={})
