"""Running a pipe in a shell."""

import time

import pytest

import lab
from lab.pipes import piping

LINES = """yes "$(printf '%0100d' 7)" | head -n 200000"""


def test_a_pipe_prints_what_its_last_part_prints():
    found = lab.pipe("printf 'gem\\ncoin\\ngem\\n' | sort | uniq -c | sort -rn")

    assert [line.split() for line in found.lines] == [["2", "gem"], ["1", "coin"]]
    assert found
    assert found.statuses == [0, 0, 0, 0]


def test_the_first_part_stops_when_the_last_one_has_enough():
    found = lab.pipe("yes | head -3")

    assert found.output == "y\ny\ny\n"
    assert found.statuses == [141, 0]


@pytest.mark.parametrize(("pipefail", "status"), [(False, 0), (True, 3)])
def test_a_failure_within_counts_only_with_pipefail(pipefail: bool, status: int):
    found = lab.pipe("(exit 3) | sort", pipefail=pipefail)

    assert (found.status, found.statuses) == (status, [3, 0])


@pytest.mark.parametrize(
    ("command", "status"), [("exit 3", 3), ("kill -9 $$", 137), ("echo 'oops", 2), ("nosuchprogram", 127)]
)
def test_a_command_that_is_no_pipe_has_a_status_too(command: str, status: int):
    assert lab.pipe(command).status == status


def test_what_it_complains_about_is_kept_apart():
    found = lab.pipe("nosuchprogram | sort")

    assert found.output == ""
    assert "nosuchprogram" in found.errors


def test_it_runs_in_a_folder_of_ones_own(tmp_path):
    lab.pipe("echo gem | tee kept | cat > copied", folder=tmp_path)

    assert (tmp_path / "kept").read_text() == (tmp_path / "copied").read_text() == "gem\n"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(lab.LabError, match=r"there is no folder .*nowhere for the pipe to run in: make it first"):
        lab.pipe("echo gem", folder=tmp_path / "nowhere")


def test_an_endless_pipe_is_not_read_to_its_end():
    found = lab.pipe("yes")

    assert len(found.output) == piping.LARGEST
    assert found.cut
    assert found.status == 141


def test_a_pipe_that_does_not_end_is_stopped_with_all_of_its_parts(tmp_path):
    began = time.monotonic()

    with pytest.raises(lab.LabError, match=r"not ended after 0\.5 s, and was stopped: sleep 30"):
        lab.pipe(f"sleep 30 | (sleep 1; touch {tmp_path}/alive)", seconds=0.5)

    assert time.monotonic() - began < 10
    time.sleep(1)
    assert not (tmp_path / "alive").exists()


def test_a_part_in_the_background_does_not_outlive_it(tmp_path):
    lab.pipe(f"(sleep 1; touch {tmp_path}/alive) >/dev/null 2>&1 & true")

    time.sleep(1.2)

    assert not (tmp_path / "alive").exists()


def test_memory_is_that_of_the_largest_part_and_not_the_notebooks():
    ballast = bytearray(150 * 1024 * 1024)
    ballast[::4096] = b"\1" * len(ballast[::4096])

    small = lab.pipe(f"{LINES} | wc -l")
    large = lab.pipe(f"{LINES} | python -c 'import sys; print(len(sys.stdin.read().splitlines()))'")

    assert small.output.strip() == large.output.strip() == "200000"
    assert 0 < small.mebibytes < 60
    assert large.mebibytes > 1.2 * small.mebibytes


def test_python_is_the_notebooks_own_and_variables_reach_it():
    found = lab.pipe("python -c 'import lab, os; print(os.environ[\"TOWN\"])'", environment={"TOWN": "Daejeon"})

    assert found.output == "Daejeon\n"


def test_without_bash_it_says_so(monkeypatch):
    monkeypatch.setattr(piping.shutil, "which", lambda name: None)

    with pytest.raises(lab.LabError, match="no bash on this machine"):
        lab.pipe("true")
