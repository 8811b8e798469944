"""`inv backup` and `inv restore` as a person runs them."""

import subprocess
import sys

import pytest

pytestmark = [pytest.mark.live, pytest.mark.usefixtures("started_once")]


@pytest.fixture
def inv(root):
    (root / "tasks.py").write_text("from clever.runner.tasks import namespace\n")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "invoke", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=60)

    return run


def test_a_stage_is_saved_and_put_back(inv, say, words):
    saved = inv("backup", "tiny", "monday.tar.gz")
    say("tuesday")
    refused = inv("restore", "tiny", "monday.tar.gz")
    restored = inv("restore", "tiny", "monday.tar.gz", "--replace")

    assert saved.stdout == "monday.tar.gz: database tiny, 1 uploaded file, secrets\n"
    assert refused.returncode == 1
    assert "tiny has data already (database tiny, uploaded files of tiny); --replace lets" in refused.stderr
    assert restored.returncode == 0
    assert restored.stdout.startswith("tiny is as it was at ")
    assert "Start it with: inv up tiny" in restored.stdout
    assert words() == ["monday"]


def test_what_cannot_be_saved_is_one_line(inv):
    refused = inv("backup", "tiny", "missing/monday.tar.gz")

    assert refused.returncode == 1
    assert "missing/monday.tar.gz.part: No such file or directory" in refused.stderr
    assert "Traceback" not in refused.stderr
