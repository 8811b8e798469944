"""Which tests run on the same worker."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbook.sharing import STAGES, unit_of

TEST = """
from pathlib import Path

def test_of_it(worker_id):
    Path(__file__).with_suffix("." + worker_id).touch()
"""


@pytest.mark.parametrize(
    ("test", "unit"),
    [
        ("tests/lab/test_init.py::TestIt::test_it[a/b]", "tests/lab/test_init.py"),
        ("reference_app/stages/split/tests/test_killing.py::test_it", "reference_app/stages/split"),
        ("reference_app/stages/split/tests/test_running.py::test_it", "reference_app/stages/split"),
        ("reference_app/stages/monolith/tests/test_memory.py::test_it[reference_app]", "reference_app/stages/monolith"),
        ("tests/stages/test_moving.py::test_it", "tests/stages/test_moving.py"),
    ],
)
def test_a_file_stays_together_and_so_does_a_stage(test: str, unit: str) -> None:
    assert unit_of(test) == unit


def test_pytest_keeps_the_files_of_a_stage_on_one_worker(tmp_path: Path) -> None:
    folder = tmp_path / STAGES / "split"
    folder.mkdir(parents=True)
    for name in ("one", "two", "three", "four"):
        (folder / f"test_{name}.py").write_text(TEST)

    # Its own folder is the root, so that no settings of ours are read; nor is any plugin loaded that is not needed.
    options = ["-q", "-n2", "-p", "xdist", "-p", "workbook.sharing", "--rootdir", tmp_path]
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", *options, tmp_path]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)

    assert ran.returncode == 0, ran.stdout
    workers = [file.suffix for file in folder.glob("test_*.gw*")]
    assert len(workers) == 4
    assert len(set(workers)) == 1
