"""How a stage is tried: on what, behind what, and with which databases."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from clever.acceptance import against
from clever.acceptance.against import POSTGRESQL, SQLITE, Way, accept, ways
from clever.runner.stagefile import StageFile
from clever.runner.tables import CONTAINERS, PROCESSES


@pytest.fixture(autouse=True)
def _engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL and nginx are here, and neither is started."""
    monkeypatch.setattr(against, "find_binaries", lambda: Path("/somewhere"))
    monkeypatch.setattr(against, "find_nginx", lambda: "/usr/sbin/nginx")
    monkeypatch.setattr(against, "private_postgresql", a_server)
    monkeypatch.setattr(against, "load_stage", {"monolith": of("monolith"), "split": of("coupon", "player")}.get)


def of(*projects: str) -> StageFile:
    """A stage of these projects, each with a database of its own."""
    tables = {
        name: {"settings": "s", "wsgi": "w", "port": port, "apps": [name], "database": name, "processes": {}}
        for port, name in enumerate(projects, start=1)
    }
    return StageFile.model_validate(
        {"name": "s", "folder": "/stages/s", "summary": "-", "projects": tables, "nginx": {"port": 80}}
    )


BOTH_WAYS = of("coupon", "player").model_copy(update={"ways": (PROCESSES, CONTAINERS)})


@contextmanager
def a_server() -> Iterator[Any]:
    class Server:
        def create(self, name: str) -> str:
            return f"postgresql://there/{name}"

    yield Server()


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """What would be run, with its environment."""
    ran: list[tuple[list[str], dict[str, str]]] = []

    def run(command: list[str], *, env: dict[str, str], check: bool) -> Any:
        ran.append((command, env))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(against.subprocess, "run", run)
    return ran


@pytest.fixture
def no_containers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(against, "_are_containers_tried", lambda: False)


@pytest.mark.usefixtures("no_containers")
def test_one_project_is_tried_on_each_database_and_several_behind_nginx_as_well() -> None:
    assert ways("monolith") == [Way(SQLITE), Way(POSTGRESQL)]
    assert ways("split") == [Way(SQLITE), Way(POSTGRESQL, nginx=True)]
    assert ways("split", full=True) == [Way(SQLITE), Way(POSTGRESQL), Way(SQLITE, True), Way(POSTGRESQL, True)]


def test_where_containers_are_tried_they_are_what_split_is_behind_nginx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(against, "_are_containers_tried", lambda: True)
    monkeypatch.setattr(against, "_is_arranged_in_containers", lambda stage: stage == "split")

    assert ways("monolith") == [Way(SQLITE), Way(POSTGRESQL)]
    assert ways("split") == [Way(SQLITE)]
    assert len(ways("split", full=True)) == 4


def test_a_stage_that_runs_on_containers_as_well_is_tried_on_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(against, "_are_containers_tried", lambda: True)
    monkeypatch.setattr(against, "load_stage", lambda stage: BOTH_WAYS)

    assert ways("both") == [Way(SQLITE), Way(CONTAINERS)]
    assert ways("both", full=True)[-1] == Way(CONTAINERS)
    assert len(ways("both", full=True)) == 5


@pytest.mark.usefixtures("no_containers")
def test_it_is_tried_as_any_other_where_no_engine_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(against, "load_stage", lambda stage: BOTH_WAYS)

    assert ways("both") == [Way(SQLITE), Way(POSTGRESQL, nginx=True)]


def test_on_containers_no_database_is_started_for_it_and_the_suite_is_told_where_it_runs(
    ran: list[tuple[list[str], dict[str, str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(against, "load_stage", lambda stage: BOTH_WAYS)

    assert accept("both", on=CONTAINERS)

    [(command, environment)] = ran
    assert "--on=containers" in command
    assert "COUPON_DATABASE_URL" not in environment


@pytest.mark.usefixtures("no_containers")
def test_where_there_is_only_sqlite_nginx_is_tried_on_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(against, "find_binaries", lambda: None)
    monkeypatch.setenv("CI", "false")

    assert [str(way) for way in ways("split")] == ["SQLite", "SQLite behind nginx"]


def test_each_database_of_a_stage_is_a_fresh_one_on_one_server(
    ran: list[tuple[list[str], dict[str, str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUPON_DATABASE_URL", "postgresql://somebody/elses")

    assert accept("split", on=POSTGRESQL, nginx=True)
    assert accept("split", on=SQLITE)

    (behind, on_postgresql), (bare, on_sqlite) = ran
    assert on_postgresql["COUPON_DATABASE_URL"] == "postgresql://there/acceptance_coupon"
    assert on_postgresql["PLAYER_DATABASE_URL"] == "postgresql://there/acceptance_player"
    assert "COUPON_DATABASE_URL" not in on_sqlite
    assert ("--nginx" in behind, "--nginx" in bare) == (True, False)


def test_a_stage_with_one_database_is_told_of_it_by_the_usual_name(
    ran: list[tuple[list[str], dict[str, str]]],
) -> None:
    accept("monolith", on=POSTGRESQL)

    assert ran[0][1]["DATABASE_URL"] == "postgresql://there/acceptance_monolith"
