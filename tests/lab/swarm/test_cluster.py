"""Swarm mode is a state of the reader's engine: it is begun only where there is none, and left only by who began it."""

import os
from typing import Any

import pytest

import lab
from lab.swarm import cluster


class FakeEngine:
    """Says what an engine would, and notes what it was told."""

    def __init__(self, state: str, labels: str = "{}", name: str = "docker", running: str = "") -> None:
        self.state, self.labels, self.name, self.running = state, labels, name, running
        self.told: list[str] = []

    def said(self, *words: str, **_: Any) -> str:
        if words[0] == "info":
            return f'{{"LocalNodeState": "{self.state}", "NodeID": "itself"}}' if self.state else "null"
        if words[:2] == ("node", "inspect"):
            return self.labels
        if words[0] == "ps":
            return self.running
        self.told.append(" ".join(words[:2]))
        return ""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch):
    def use(engine: FakeEngine) -> list[str]:
        monkeypatch.setattr(cluster, "said", engine.said)
        monkeypatch.setattr(cluster, "engine", lambda: engine)
        monkeypatch.setattr(cluster.atexit, "register", lambda *_: None)
        return engine.told

    return use


def test_where_there_is_none_it_is_begun_and_marked_as_ours(told):
    commands = told(FakeEngine("inactive"))

    cluster.begin()

    assert commands == ["network ls", "swarm init", "node update"]


def test_where_containers_find_each_other_by_name_none_is_begun(told):
    commands = told(FakeEngine("inactive", running="kiosk bridge\nshop_db_1 shop_default"))

    with pytest.raises(lab.LabError, match=r"^shop_db_1 would no longer be found by name"):
        cluster.begin()

    assert commands == []


def test_whoever_is_in_no_network_of_their_own_is_no_hindrance(told):
    commands = told(FakeEngine("inactive", running="kiosk bridge\nproxy host"))

    cluster.begin()

    assert "swarm init" in commands


@pytest.mark.parametrize("labels", ["{}", "null", '{"clever.notebook": "1"}'])
def test_one_of_somebody_else_is_left_alone(told, labels: str):
    commands = told(FakeEngine("active", labels))

    with pytest.raises(lab.LabError, match=r"part of a swarm .* it is left alone"):
        cluster.begin()
    cluster.end()

    assert commands == []


def test_one_that_cannot_be_looked_into_is_left_alone(told):
    commands = told(FakeEngine("locked"))

    with pytest.raises(lab.LabError, match="left alone"):
        cluster.begin()

    assert commands == []


def test_our_own_is_used_again_and_left_at_the_end(told):
    commands = told(FakeEngine("active", f'{{"clever.notebook": "{os.getpid()}"}}'))

    cluster.begin()
    assert commands == []
    cluster.end()

    assert commands == ["swarm leave"]


def test_what_a_notebook_that_was_killed_has_left_is_cleared_away_first(told):
    process = 2**22 + 1  # more than Linux ever gives
    commands = told(FakeEngine("active", f'{{"clever.notebook": "{process}"}}'))

    cluster.begin()

    assert commands == ["swarm leave", "network ls", "swarm init", "node update"]


@pytest.mark.parametrize(("engine", "complaint"), [
    (FakeEngine("inactive", name="podman"), "podman has no swarm"),
    (FakeEngine(""), "knows nothing of a swarm"),
])  # fmt: skip
def test_podman_has_none(told, engine: FakeEngine, complaint: str):
    commands = told(engine)

    with pytest.raises(lab.LabError, match=complaint):
        cluster.begin()

    assert commands == []
