import httpx2
import psutil
import pytest

import lab
from lab.fault.programs import find

pytestmark = pytest.mark.live


def workers(monolith: lab.Stage) -> set[int]:
    return {worker.pid for worker in psutil.Process(find(monolith, "web").group).children()}


def test_a_reload_fails_none_of_5000_requests(monolith):
    before = workers(monolith)

    seen = lab.knock(monolith, "/healthz", requests=5_000, during=lambda: [lab.reload(monolith) for _ in range(2)])

    assert seen.requests >= 5_000
    assert seen.statuses == {"200": seen.requests}
    assert not before & workers(monolith)


def test_a_connection_that_is_kept_open_gets_its_answer_through_a_reload(monolith):
    with httpx2.Client(base_url=monolith.url, timeout=30, trust_env=False) as browser:
        assert browser.get("/healthz").status_code == 200

        assert lab.reload(monolith, "web") == ["web"]

        assert browser.get("/healthz").status_code == 200


def test_a_program_that_is_not_there_is_answered_with_those_that_are(monolith):
    with pytest.raises(lab.LabError, match="monolith has no program 'gunicorn' to reload; there are: web, pending"):
        lab.reload(monolith, "gunicorn")
