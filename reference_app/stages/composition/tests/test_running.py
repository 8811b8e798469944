"""What runs, and how it does while a part of it is away."""

import os
from pathlib import Path

import httpx2
import pytest

from clever.acceptance.callers import certificates
from clever.runner.processes import of_stage
from clever.runner.record import read_record

from ...split.tests.running import Split
from .conftest import TABLE

CALLEES = ["app", "notice", "player", "coupon", "permitter"]

pytestmark = pytest.mark.live


def test_every_program_runs_those_of_splits_file_and_those_of_this(composition: Split) -> None:
    states = {program.name: program.state for program in composition.supervisor.programs()}
    behind_nginx = "nginx" in composition.projects

    assert states == dict.fromkeys(TABLE.processes, "RUNNING") | {"nginx": "RUNNING" if behind_nginx else "STOPPED"}


@pytest.mark.parametrize("project", TABLE.own_projects)
def test_a_project_that_is_new_is_ready_and_describes_itself(composition: Split, project: str) -> None:
    for path in ("/readyz", "/api/docs", "/api/openapi.json"):
        assert composition.answers(project, path) == 200, path


def test_the_page_of_all_apis_knows_event(composition: Split) -> None:
    url = composition.projects["backoffice"] + "/api/openapi.json"

    document = httpx2.get(url, trust_env=False, verify=certificates(), timeout=10).json()

    assert [path for path in document["paths"] if path.startswith("/api/event/")]


def test_only_the_user_can_enter_what_supervisord_has_from_splits_file(composition: Split) -> None:
    record = read_record(composition.folder)
    assert record is not None

    assert [file.stat().st_mode & 0o777 for file in Path(record.sockets).iterdir()] == [0o600]
    assert composition.folder.run.joinpath("supervisord.pid").exists()


@pytest.mark.engine("nginx")
def test_nginx_leads_to_event_and_to_whom_it_led_before(composition: Split) -> None:
    if "nginx" not in composition.projects:
        if os.environ.get("CI") == "true":
            pytest.fail("nginx is not installed")
        pytest.skip("nginx is not installed")
    asked = {"/api/event/x": "event", "/api/vid/x": "vid", "/board/": "notice", "/admin/": "backoffice"}
    with httpx2.Client(base_url=composition.projects["nginx"], trust_env=False, verify=certificates()) as front:
        answered = {path: front.get(path).headers["X-Served-By"] for path in asked}

    assert answered == asked


@pytest.mark.parametrize("callee", CALLEES)
def test_event_starts_and_is_ready_while_one_of_its_callees_is_away(composition: Split, callee: str) -> None:
    with composition.without(callee):
        composition.restart("event")

        assert composition.is_ready("event")


def test_the_worker_comes_back_when_it_is_killed(composition: Split) -> None:
    def worker() -> int:
        return next(one.pid for one in composition.supervisor.programs() if one.name == "event-worker")

    before = worker()
    [process] = [one for one in of_stage(composition.folder.path) if one.pid == before]
    process.kill()

    composition.until(lambda: composition.state("event-worker") == "RUNNING" and worker() != before)
