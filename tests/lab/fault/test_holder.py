import os
import sqlite3
import subprocess
import sys

import pytest

from lab.errors import LabError
from lab.fault.holder import aside, put_back
from lab.fault.holding import HOLDER, hold


@pytest.fixture
def file(tmp_path):
    """A database with one row."""
    path = tmp_path / "shop.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE fruit (name)")
        connection.execute("INSERT INTO fruit VALUES ('apple')")
    connection.close()
    return path


def rows(path) -> list[str]:
    connection = sqlite3.connect(path, timeout=0)
    try:
        return [name for (name,) in connection.execute("SELECT name FROM fruit")]
    finally:
        connection.close()


def test_a_database_that_is_aside_cannot_be_opened_and_then_can_again(file):
    unable = pytest.raises(sqlite3.OperationalError, match="unable to open database file")
    with aside(str(file), f"{file}.away"), unable:
        rows(file)

    assert rows(file) == ["apple"]
    assert os.listdir(file.parent) == [file.name]


def test_what_is_only_in_the_write_ahead_log_is_not_lost(file):
    writer = sqlite3.connect(file)
    writer.execute("PRAGMA wal_autocheckpoint=0")
    writer.execute("INSERT INTO fruit VALUES ('pear')")
    writer.commit()

    with aside(str(file), f"{file}.away"):
        with pytest.raises(sqlite3.OperationalError):
            rows(file)
        writer.close()  # the last one to close would tidy the log away

    assert rows(file) == ["apple", "pear"]


@pytest.mark.parametrize("step", ["linked", "blind"])
def test_what_a_killed_holder_left_is_put_right_by_the_next(file, step):
    away = f"{file}.away"
    os.link(file, away)
    if step == "blind":
        os.symlink(".", f"{away}.blind")
        os.replace(f"{away}.blind", file)
        os.symlink(".", f"{away}.blind")

    put_back(str(file), away)

    assert rows(file) == ["apple"]
    assert os.listdir(file.parent) == [file.name]


def test_two_different_files_are_never_made_one(file):
    other = file.with_name(f"{file.name}.away")
    other.write_text("somebody else's")

    with pytest.raises(FileExistsError):
        put_back(str(file), str(other))

    assert rows(file) == ["apple"]
    assert other.read_text() == "somebody else's"


def test_a_fault_that_cannot_be_made_says_why(tmp_path):
    missing = tmp_path / "nothing.sqlite3"

    with pytest.raises(LabError, match=r"the fault could not be made: .*No such file"):
        hold("aside", str(missing), f"{missing}.away", seconds=1).__enter__()


def test_the_fault_is_undone_when_the_pipe_closes(file):
    command = [sys.executable, "-I", str(HOLDER), "60", "aside", str(file), f"{file}.away"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        assert file.is_symlink()
        holder.terminate()  # it does not listen: only the pipe counts
        holder.stdin.close()
        assert holder.wait(5) == 0

    assert rows(file) == ["apple"]
