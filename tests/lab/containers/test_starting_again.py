"""A port that the engine has chosen, and that somebody else was quicker to take."""

import pytest

import lab
from lab.containers import running

TAKEN = "docker run --detach: docker: listen tcp4 127.0.0.1:39999: bind: address already in use"


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str | Exception) -> list[str | Exception]:
    """The engine gives these answers, one after the other. What is left of them, in the list."""
    left = list(answers)

    def said(*words: str) -> str:
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(running, "said", said)
    return left


def test_another_port_is_asked_for(monkeypatch: pytest.MonkeyPatch):
    left = answering(monkeypatch, lab.LabError(TAKEN), "an id")

    assert running._started("run") == "an id"
    assert left == []


def test_not_for_ever(monkeypatch: pytest.MonkeyPatch):
    left = answering(monkeypatch, *[lab.LabError(TAKEN)] * 4)

    with pytest.raises(lab.LabError, match="address already in use"):
        running._started("run")

    assert len(left) == 1


def test_what_else_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch):
    left = answering(monkeypatch, lab.LabError("no such image"), "an id")

    with pytest.raises(lab.LabError, match="no such image"):
        running._started("run")

    assert left == ["an id"]
