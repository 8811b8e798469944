import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clever.runner.engines.keeping import Kept, Program, own_port
from clever.runner.errors import StageError

pytestmark = pytest.mark.live

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]


def test_nothing_outlives_whoever_asked_for_it_even_if_that_one_is_killed(
    tmp_path: Path, until: Callable[[object], bool], gone: Callable[[int], bool]
) -> None:
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from clever.runner.engines.keeping import Kept, Program\n"
        f"kept = Kept(Program('a sleeper', {SLEEPER!r}, Path(sys.argv[1]), answers=lambda: True))\n"
        "kept.start()\n"
        "print(kept.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    folder = tmp_path / "own"
    folder.mkdir()
    with subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE) as kernel:
        assert kernel.stdout
        pid = int(kernel.stdout.readline())
        kernel.kill()

    assert gone(pid)
    assert until(lambda: not folder.exists())


def test_a_program_that_dies_says_why(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit('no room for me')"]
    kept = Kept(Program("the server", command, tmp_path, answers=lambda: False))

    with pytest.raises(StageError, match="the server does not start: no room for me"):
        kept.start()

    assert not kept.running


def test_a_program_that_does_not_exist_is_named(tmp_path: Path) -> None:
    kept = Kept(Program("the server", ["/no/such/program"], tmp_path, answers=lambda: False))

    with pytest.raises(StageError, match="cannot start /no/such/program: No such file"):
        kept.start()


def test_a_program_that_never_answers_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: Callable[[int], bool]
) -> None:
    monkeypatch.setattr("clever.runner.engines.keeping.START_SECONDS", 0.2)
    kept = Kept(Program("the server", SLEEPER, tmp_path, answers=lambda: False))

    with pytest.raises(StageError, match="the server does not start"):
        kept.start()

    assert gone(kept.pid)


def test_stopping_keeps_the_folder_and_ending_removes_it(tmp_path: Path, gone: Callable[[int], bool]) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    kept = Kept(Program("a sleeper", SLEEPER, folder, answers=lambda: True))

    kept.start()
    first = kept.pid
    kept.stop()
    assert gone(first)
    assert folder.exists()

    kept.start()
    assert kept.pid != first
    kept.end()
    assert gone(kept.pid)
    assert not folder.exists()


def test_a_port_of_its_own_is_free_and_never_one_of_an_outgoing_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def free_at_the_third_time(port: int) -> bool:
        asked.append(port)
        return len(asked) == 3

    monkeypatch.setattr("clever.runner.engines.keeping.is_free", free_at_the_third_time)

    assert own_port() == asked[2]
    assert all(1024 <= port < 32_768 for port in asked)
