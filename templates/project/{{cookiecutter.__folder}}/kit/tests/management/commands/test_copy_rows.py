import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from {{ cookiecutter.namespace }}.kit.management.commands import copy_rows
from {{ cookiecutter.namespace }}.kit.moving.canonical import Digest
from {{ cookiecutter.namespace }}.kit.moving.checksums import Sum
from {{ cookiecutter.namespace }}.kit.moving.errors import CannotMove
from {{ cookiecutter.namespace }}.kit.moving.moving import Moved

PLAN = {
    "source": {"name": "old", "databases": {"old": "postgresql://me:hush@host/old"}, "homes": {}, "users": "old"},
    "target": {"name": "new", "databases": {"new": "sqlite:////new"}, "homes": {}, "users": "new"},
}


@pytest.fixture(autouse=True)
def planned(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, json.dumps(PLAN))


def say(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_progress_comes_line_by_line_and_the_outcome_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from django.contrib.auth.models import User

    def moves(plan: Any, tell: Any) -> Moved:
        assert (plan.source.name, plan.target.name) == ("old", "new")
        tell("copy auth_user", 2, 2)
        return Moved(tables={User: Sum(2, Digest().hex, 3)}, files=1, lost=["a.png"])

    monkeypatch.setattr(copy_rows, "move", moves)

    call_command("copy_rows")

    progress, outcome = capsys.readouterr().out.splitlines()
    assert progress == "copy auth_user 2/2"
    assert json.loads(outcome) == {
        "tables": {"auth_user": {"rows": 2, "digest": "0" * 64, "upcoming": 3}},
        "files": 1,
        "lost": ["a.png"],
    }


def test_a_look_moves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Any] = []
    monkeypatch.setattr(copy_rows, "look", looked.append)
    monkeypatch.setattr(copy_rows, "move", lambda *arguments: pytest.fail("it moved"))

    call_command("copy_rows", "--check")

    assert [plan.source.name for plan in looked] == ["old"]


def test_what_stands_in_the_way_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(plan: Any) -> None:
        raise CannotMove("somebody lives there")

    monkeypatch.setattr(copy_rows, "look", refuses)

    with pytest.raises(CommandError, match=r"^somebody lives there$"):
        call_command("copy_rows", "--check")


@pytest.mark.parametrize("broken", ["", "{", json.dumps({**PLAN, "target": {"databases": {"x": "://me:hush@host"}}})])
def test_a_plan_that_is_none_is_refused_without_its_passwords(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    say(monkeypatch, broken)

    with pytest.raises(CommandError, match="the move is not possible") as refused:
        call_command("copy_rows", "--check")
    assert "hush" not in str(refused.value)
