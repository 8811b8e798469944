import json
import os

import pytest

from clever import runner
from clever.runner.errors import StageError
from clever.runner.record import Record, write_record


@pytest.fixture
def stale(folder) -> None:
    """A record whose number the system has given to somebody else: this very test."""
    folder.make()
    url = "http://127.0.0.1:1"
    write_record(Record(os.getpid(), "/tmp/clever-gone", url, {"tiny": url}, {"greeting": url}, {"tiny": 1}), folder)


def test_nothing_runs_at_first(root):
    assert runner.status() == {}


def test_a_record_that_outlived_its_processes_counts_for_nothing(stale):
    assert runner.status() == {}


def test_a_stale_record_ends_nobody(stale, folder):
    assert not runner.down("tiny")  # and this test lives to say so
    assert not folder.record.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', "\x00"])
def test_a_record_that_is_none_counts_for_nothing(folder, text):
    folder.make()
    folder.record.write_text(text)

    assert runner.status() == {}


def test_the_status_of_an_unknown_stage_is_an_error(root):
    with pytest.raises(StageError, match="unknown stage"):
        runner.status("zebra")


@pytest.mark.live
@pytest.mark.usefixtures("stopped_afterwards")
def test_a_stage_that_runs_and_is_not_ready_says_so(root):
    runner.up("tiny")
    (root / "stages" / "tiny" / "not-ready").touch()

    assert runner.status("tiny")["tiny"]["ready"] is False


@pytest.mark.live
@pytest.mark.usefixtures("stopped_afterwards")
def test_the_record_holds_no_secret(root, folder):
    running = runner.up("tiny")

    kept = folder.record.read_text()

    assert json.loads(kept)["url"] == running.url
    assert running.credentials.caller_secret not in kept
    assert running.credentials.staff_password not in kept


def test_a_repr_of_a_running_stage_tells_no_secret():
    credentials = runner.Credentials("admin", "hush-1", "game-server", "hush-2")

    assert "hush" not in repr(runner.Running("tiny", "http://x", {}, True, credentials))
