"""What the monolith needs of a machine, with everything in one process."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import psutil
import pytest

from clever import runner
from clever.runner.places import find_root

MOST = 150 * 1024 * 1024  # bytes of one worker
PAGES = ["/readyz", "/board/", "/admin/login/", "/api/docs", "/api/openapi.json", "/api/notice/notices", "/l/sample-1"]
ROUNDS = 20

pytestmark = pytest.mark.live


@pytest.fixture
def monolith(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[runner.Running]:
    """A monolith with one worker, on data of its own."""
    monkeypatch.setenv("STAGES_STATE", str(tmp_path))
    for name in ("DATABASE_URL", "CACHE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WEB_WORKERS", "1")
    root = find_root(Path(__file__).parent)
    try:
        yield runner.up("monolith", root=root)
    finally:
        runner.down("monolith", root=root)


def test_one_worker_stays_small_when_it_has_shown_every_kind_of_page(monolith: runner.Running) -> None:
    with httpx2.Client(base_url=monolith.url, timeout=10) as browser:
        answers = [browser.get(page) for _ in range(ROUNDS) for page in PAGES]

    assert {answer.status_code for answer in answers} <= {200, 302}
    [worker] = workers_of(monolith)
    assert worker.memory_info().rss < MOST


def workers_of(stage: runner.Running) -> list[psutil.Process]:
    """The children of the gunicorn that was told to listen at the stage's address."""
    bind = stage.url.removeprefix("http://").strip("/")
    mine = [
        process for process in psutil.process_iter(["cmdline"]) if "monolith.wsgi" in (process.info["cmdline"] or ())
    ]
    return [process for process in mine if process.environ().get("BIND") == bind and not process.children()]
